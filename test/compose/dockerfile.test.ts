import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../support/gal.ts'
import { instructionsOf } from './dockerfile.ts'
import { textOf } from './files.ts'

const { version } = JSON.parse(textOf('tools/node/package.json')) as { version: string }
const instructions = instructionsOf(textOf('Dockerfile'))
const all = (name: string): string[] => instructions.filter((one) => one.name === name).map((one) => one.rest)
const last = instructions.slice(instructions.findLastIndex((one) => one.name === 'FROM'))

describe('the Dockerfile', () => {
  test('begins with the Node of a clone on Debian slim, by a version that is not moved', () => {
    expect(all('FROM').map((from) => from.split(' ')[0])).toEqual(all('FROM').map(() => `node:${version}-bookworm-slim`))
  })

  test('fetches nothing from an address, and runs nothing that was just fetched', () => {
    expect(all('ADD')).toEqual([])
    expect(all('RUN').filter((run) => /curl|wget|https?:/.test(run))).toEqual([])
  })

  test('installs packages without those they only recommend, and keeps no lists', () => {
    const installs = all('RUN').filter((run) => run.includes('apt-get install'))
    expect(installs).toHaveLength(1)
    for (const run of installs)
      for (const part of ['apt-get update', '--no-install-recommends', ' bubblewrap ', ' python3 ', 'rm -rf /var/lib/apt/lists/*'])
        expect(run).toContain(part)
    expect(all('RUN').filter((run) => /apt-get (upgrade|dist-upgrade)|\bsudo\b/.test(run))).toEqual([])
  })

  test('installs npm’s packages as the lock file says, without those for development and without their scripts', () => {
    const installs = all('RUN').filter((run) => /npm (i|ci|install)\b/.test(run))
    expect(installs.every((run) => run.includes('npm ci') && run.includes('--ignore-scripts'))).toBe(true)
    expect(last.filter(({ rest }) => rest.includes('npm ci --omit=dev'))).toHaveLength(1)
  })

  test('ends as a user who is not root, in a folder that is named in full', () => {
    expect(last.findLast(({ name }) => name === 'USER')?.rest).toBe('node')
    expect(all('WORKDIR').filter((path) => !path.startsWith('/'))).toEqual([])
    const order = last.map(({ name }) => name)
    expect(order.lastIndexOf('RUN')).toBeLessThan(order.indexOf('USER'))
  })

  test('asks after its health, and starts its program without a shell in between', () => {
    expect(all('HEALTHCHECK').join()).toContain('/healthz')
    for (const name of ['ENTRYPOINT', 'CMD']) for (const rest of all(name)) expect(Array.isArray(JSON.parse(rest))).toBe(true)
  })

  test('has no secret in it', () => {
    expect([...all('ENV'), ...all('ARG')].filter((line) => /TOKEN|KEY|SECRET|PASSWORD/.test(line))).toEqual([])
  })

  test('copies what there is, and what .dockerignore lets in', () => {
    const letIn = [...textOf('.dockerignore').matchAll(/^!(.*)$/gm)].map(([, path = '']) => path)
    const copied = all('COPY').flatMap((rest) => (rest.startsWith('--from') ? [] : rest.split(' ').slice(0, -1)))
    expect(copied.length).toBeGreaterThan(8)
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([])
    expect(copied.filter((path) => !letIn.some((one) => path === one || path.startsWith(`${one}/`)))).toEqual([])
  })
})
