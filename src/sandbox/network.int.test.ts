import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBubblewrap } from './bubblewrap.ts'
import { probeBubblewrap } from './probe-bubblewrap.ts'
import type { Connection, Outside } from './proxy.ts'
import { createRunner, programOf, testTools } from './sandbox.conformance.ts'

const probe = await probeBubblewrap(testTools)
const absent = 'problem' in probe

const web = createServer((message, response) => response.end(`${message.headers.host}${message.url}`))
beforeAll(async () => {
  web.listen(0, '127.0.0.1')
  await once(web, 'listening')
})
afterAll(() => web.close())

/** Every name is the server above, at an address of the open internet. */
const outside: Outside = {
  resolve: async () => ['93.184.216.34'],
  connect: () => connect({ host: '127.0.0.1', port: (web.address() as AddressInfo).port }),
}
const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('gal-net-'))

describe.skipIf(absent)(`a program that may reach one host${absent ? ' (skipped: apt-get install bubblewrap)' : ''}`, () => {
  const { run } = createRunner(createBubblewrap(testTools, ['data.example.org'], outside))
  const told = async (language: 'python' | 'javascript', code: string) => {
    const connections: Connection[] = []
    const result = await run(programOf(language, code), { onConnection: (connection) => connections.push(connection) })
    return { result, connections }
  }

  test('reaches it from Python as from anywhere, and each connection is told', async () => {
    const { result, connections } = await told(
      'python',
      `from urllib.request import urlopen
print(urlopen("http://data.example.org/a.csv").read().decode())
try:
    urlopen("http://other.example.org/")
except OSError as error:
    print(error)`,
    )
    expect(result).toMatchObject({ output: 'data.example.org/a.csv\nHTTP Error 403: Forbidden\n', exitCode: 0 })
    expect(connections).toMatchObject([
      { host: 'data.example.org', port: 80, allowed: true },
      { host: 'other.example.org', port: 80, allowed: false },
    ])
  })

  test('reaches it by fetch in JavaScript', async () => {
    const { result, connections } = await told(
      'javascript',
      `console.log(await (await fetch('http://data.example.org/b')).text())
await fetch('http://other.example.org/').then((reply) => console.log(reply.status), () => console.log('refused'))`,
    )
    expect(result.output).toMatch(/^data\.example\.org\/b\n(403|refused)\n$/)
    expect(connections.map(({ host, allowed }) => [host, allowed])).toEqual([
      ['data.example.org', true],
      ['other.example.org', false],
    ])
  })

  test('has no other way out: no address, no name, no server on this machine', async () => {
    const { port } = web.address() as AddressInfo
    const { result, connections } = await told(
      'python',
      `import socket
for target in [("127.0.0.1", ${port}), ("93.184.216.34", 80), ("data.example.org", 80)]:
    try:
        socket.create_connection(target, 3)
        print("reached", target)
    except OSError:
        print("refused")`,
    )
    expect([result.output, connections]).toEqual(['refused\n'.repeat(3), []])
  })

  test('ends as it would without the way out: with its code, its signal, at its time', async () => {
    expect((await told('python', 'raise SystemExit(7)')).result).toMatchObject({ exitCode: 7, signal: null })
    expect((await told('python', 'import os\nos.kill(os.getpid(), 11)')).result).toMatchObject({ exitCode: null, signal: 'SIGSEGV' })
    const before = leftovers()
    const { fault } = await run(programOf('python', 'while True: pass'), { seconds: 1 })
    expect([fault?.kind, leftovers()]).toEqual(['timeout', before])
  })
})
