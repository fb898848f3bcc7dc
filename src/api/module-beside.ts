import { readFileSync } from 'node:fs'

const folder = new URL('../sandbox/lab-module/', import.meta.url)

/** The helper module that a report's program imports, so that the program can be run from where the report lies. */
export const moduleBeside = (files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    [
      ['src/main.mjs', 'lab.mjs'],
      ['src/main.py', 'lab.py'],
    ].flatMap(([main = '', module = '']) => (main in files ? [[`src/${module}`, readFileSync(new URL(module, folder), 'utf8')]] : [])),
  )
