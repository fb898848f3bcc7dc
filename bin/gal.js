#!/usr/bin/env node
// Plain JavaScript, so that a Node too old for the rest can still say so.
import { existsSync } from 'node:fs'
import module from 'node:module'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`gal: Node ${process.versions.node} is too old: gal needs Node 22.18 or newer.`)
  console.error('  In a clone, npx gal brings its own Node; elsewhere install one from https://nodejs.org.')
  process.exit(6)
}
// What Node makes of the sources is kept for the next start, which then takes half the time: in the user's own cache, where nobody
// else can put code. A folder that cannot be written is no trouble, and NODE_DISABLE_COMPILE_CACHE=1 keeps nothing.
const cache = [process.env.XDG_CACHE_HOME ?? '', join(homedir(), '.cache')].find(isAbsolute)
if (cache) module.enableCompileCache(join(cache, 'gal', 'compiled'))

// Type stripping is refused below node_modules, so a published package carries dist/; a clone runs its sources.
const built = new URL('../dist/cli/main.js', import.meta.url)
const { main } = await import(existsSync(built) ? built.href : new URL('../src/cli/main.ts', import.meta.url).href)
await main(process.argv)
