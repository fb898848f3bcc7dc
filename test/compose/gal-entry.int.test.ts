import { expect, test } from 'vitest'
import { root, until } from '../support/gal.ts'
import { temporary } from '../support/temporary.ts'
import { instructionsOf } from './dockerfile.ts'
import { textOf } from './files.ts'
import { start } from './program.ts'

const entry = `${root}/docker/gal-entry.sh`
const banner = /ws:\/\/\S+:(\d+)\n/

/** What the container is started with, on a port that is free. */
const container = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  start(
    '/bin/sh',
    [entry, ...args],
    { PATH: `${process.execPath.replace(/\/node$/, '')}:${process.env.PATH}`, HOME: '/tmp', WS_PORT: '0', ...env },
    temporary(),
  )

const serving = async (env: Readonly<Record<string, string>> = {}) => {
  const program = container(['serve'], env)
  if (!(await until(() => /\?token=/.test(program.said()) && banner.test(program.said()), 30_000))) throw new Error(program.said())
  const port = Number(banner.exec(program.said())?.[1])
  const status = async (headers: Record<string, string>) => (await fetch(`http://127.0.0.1:${port}/v1/runs`, { headers })).status
  return { ...program, port, status }
}

const [command] = instructionsOf(textOf('Dockerfile')).flatMap(({ name, rest }) =>
  name === 'HEALTHCHECK' ? [rest.replace(/^.*?CMD /, '')] : [],
)
const healthcheck = async (port: number) => {
  const [, ...args] = JSON.parse(command ?? '') as string[]
  return start(process.execPath, args, { WS_PORT: String(port) }).ended
}

test('the server in a container opens for the token of the environment, which is on no command line', async () => {
  const { status, child, ended, said } = await serving({ GAL_TOKEN: 'a-token-of-ours' })
  expect([await status({}), await status({ authorization: 'Bearer a-token-of-ours' })]).toEqual([401, 200])
  expect(child.spawnargs.join(' ')).not.toContain('a-token-of-ours')
  expect(said()).toContain('?token=a-token-of-ours')
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})

test('without one it makes one and prints it: it never stands open', async () => {
  const { status, said } = await serving()
  const [, token = ''] = /\?token=([\w-]+)/.exec(said()) ?? []
  expect(token).toHaveLength(43)
  expect([await status({}), await status({ authorization: `Bearer ${token}` })]).toEqual([401, 200])
})

test('its health is asked without the token: 0 while it answers, 1 once it is gone', async () => {
  const { port, child, ended } = await serving({ GAL_TOKEN: 'a-token-of-ours' })
  expect(await healthcheck(port)).toBe(0)
  child.kill('SIGTERM')
  await ended
  expect(await healthcheck(port)).toBe(1)
})

test('any other command of gal is carried out as it is', async () => {
  const { ended, said } = container(['models', '--model', 'rehearsal'])
  expect([await ended, said()]).toEqual([0, expect.stringContaining('Configured: rehearsal')])
})
