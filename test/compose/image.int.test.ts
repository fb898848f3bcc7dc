import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { root, until } from '../support/gal.ts'
import { temporary } from '../support/temporary.ts'
import { instructionsOf } from './dockerfile.ts'
import { textOf } from './files.ts'
import { start } from './program.ts'

const instructions = instructionsOf(textOf('Dockerfile'))
const second = instructions.findLastIndex(({ name }) => name === 'FROM')

/** What a stage copies from this checkout: the paths, and last where they go. */
const copiesOf = (stage: typeof instructions): string[][] =>
  stage.flatMap(({ name, rest }) => (name === 'COPY' && !rest.startsWith('--from') ? [rest.split(/\s+/)] : []))

/** What .dockerignore keeps out. */
const kept = (path: string): boolean => !/\/node_modules(\/|$)|\.test\.tsx?$|\/web\/dist(\/|$)/.test(path)

/** The folder /gal of a stage, with its files and nothing else of this checkout; the packages are those that are installed here. */
const filesOf = (stage: typeof instructions): string => {
  const folder = temporary()
  for (const paths of copiesOf(stage))
    for (const path of paths.slice(0, -1)) {
      const to = paths.at(-1) ?? ''
      const target = to.endsWith('/') ? join(folder, to, path.split('/').at(-1) ?? '') : join(folder, to)
      mkdirSync(dirname(target), { recursive: true })
      cpSync(join(root, path), target, { recursive: true, filter: kept })
    }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

const PATH = `${dirname(process.execPath)}:${process.env.PATH}`

// Copies of the sources, a build, a whole run: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 180_000 })

test('the files that the first stage copies are enough to build the page from', async () => {
  const folder = filesOf(instructions.slice(0, second))
  const build = start('npm', ['run', 'build:web'], { PATH, HOME: folder }, folder)
  expect([await build.ended, existsSync(join(folder, 'web/dist/index.html'))], build.said()).toEqual([0, true])
})

test('the files that the last stage copies are enough to serve the lab, and to carry a run out', async () => {
  const folder = filesOf(instructions.slice(second))
  const cwd = temporary()
  const entry = join(folder, 'docker/gal-entry.sh')
  const env = { PATH, HOME: cwd, WS_PORT: '0', OLLAMA_BASE_URL: 'http://127.0.0.1:65531' }
  const server = start('/bin/sh', [entry, 'serve'], env, cwd)
  expect(await until(() => /ws:\/\/\S+:\d+\n/.test(server.said()), 30_000), server.said()).toBe(true)
  const run = start('/bin/sh', [entry, 'run', 'Does label smoothing help?', '--model', 'rehearsal', '--plain', '--no-serve'], env, cwd)
  expect(await run.ended, run.said()).toBe(0)
  expect(run.said()).toContain('The run is complete.')
})
