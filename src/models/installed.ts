import { createRequire } from 'node:module'

/** Whether a package can be imported, without importing it. `folders` are looked into as well, as those that npm installed into. */
export const isInstalled = (name: string, folders: readonly string[] = []): boolean => {
  const known = [import.meta.url, ...folders.map((folder) => `${folder}/package.json`)]
  return known.some((from) => {
    try {
      createRequire(from).resolve(name)
      return true
    } catch (error) {
      // One that only knows `import` is there all the same.
      return (error as NodeJS.ErrnoException).code === 'ERR_PACKAGE_PATH_NOT_EXPORTED'
    }
  })
}
