#!/usr/bin/env node
// Plain JavaScript, so that a Node too old for the rest can still say so.
import { existsSync } from 'node:fs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`gal: Node ${process.versions.node} is too old: gal needs Node 22.18 or newer.`)
  console.error('  In a clone, npx gal brings its own Node; elsewhere install one from https://nodejs.org.')
  process.exit(6)
}
// Type stripping is refused below node_modules, so a published package carries dist/; a clone runs its sources.
const built = new URL('../dist/cli/main.js', import.meta.url)
const { main } = await import(existsSync(built) ? built.href : new URL('../src/cli/main.ts', import.meta.url).href)
await main(process.argv)
