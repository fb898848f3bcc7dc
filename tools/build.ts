import { execFileSync } from 'node:child_process'
import { cpSync, globSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** `npm pack` and `npm publish`: JavaScript for a package, because Node strips no types below node_modules. A clone never needs it. */
const root = join(import.meta.dirname, '..')
rmSync(join(root, 'dist'), { recursive: true, force: true })
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
})
// What is read or started as a file, and never imported by name.
for (const file of globSync('src/**/*.{mjs,py,txt}', { cwd: root })) cpSync(join(root, file), join(root, file.replace(/^src/, 'dist')))
