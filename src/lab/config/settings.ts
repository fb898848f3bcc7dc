/** One value for one key, and where it was given: `place` gives the words before a problem at this path or below. */
export type Setting = { path: readonly string[]; value: unknown; place: (path: readonly string[]) => string }

/** Keys and values without a prototype: `__proto__` is a key like any other, and an unknown one. */
export type Tree = { [key: string]: unknown }
const createTree = (): Tree => Object.create(null) as Tree

export const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value as settings, one for each map and for each leaf, so that a later layer changes single keys. Nothing (null) means: as if left out. */
export const settingsFrom = (path: readonly string[], value: unknown, place: Setting['place']): Setting[] => {
  if (!isTree(value)) return [{ path, value: value ?? undefined, place }]
  return [
    { path, value: createTree(), place },
    ...Object.entries(value).flatMap(([key, below]) => settingsFrom([...path, key], below, place)),
  ]
}

/** What settings come to. `placeOf` gives words for where a path or what holds it was set; `setAt` only for a value of its own. */
export type Merged = {
  tree: Tree
  placeOf: (path: readonly string[]) => string
  setAt: (path: readonly string[]) => string | undefined
}

const valueIn = (tree: Tree, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (isTree(value) ? value[key] : undefined), tree)

/** The settings put together, later ones over earlier ones. */
export const mergeSettings = (settings: readonly Setting[]): Merged => {
  const tree = createTree()
  const places = new Map<string, Setting['place']>()
  for (const { path, value, place } of settings) {
    let at = tree
    for (const [depth, key] of path.entries()) {
      const last = depth === path.length - 1
      const here = JSON.stringify(path.slice(0, depth + 1))
      if (last || !places.has(here)) places.set(here, place)
      if (!last || isTree(value)) at[key] = isTree(at[key]) ? at[key] : createTree()
      else at[key] = value
      if (!last) at = at[key] as Tree
    }
  }
  const placeOf = (path: readonly string[]): string => {
    const known = path.map((_, end) => places.get(JSON.stringify(path.slice(0, path.length - end))))
    return known.find((place) => place !== undefined)?.(path) ?? path.join('.')
  }
  const setAt = (path: readonly string[]): string | undefined =>
    valueIn(tree, path) === undefined ? undefined : places.get(JSON.stringify(path))?.(path)
  return { tree, placeOf, setAt }
}
