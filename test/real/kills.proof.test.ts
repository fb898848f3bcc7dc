import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { gal, startGal, until } from '../support/gal.ts'
import { temporary } from '../support/temporary.ts'
import { baseUrl, expectWhole, flags, howTo, smallModelAt, topic } from './small-lab.ts'
import { type Watched, watchServer } from './watched-server.ts'

const name = await smallModelAt(baseUrl)
const running: Pick<Watched, 'close'>[] = []
afterEach(async () => {
  for (const one of running.splice(0)) await one.close()
})

describe.skipIf(name === undefined)(`a lab of a real small model at ${baseUrl} (${howTo})`, () => {
  test('killed five times in the middle of an answer, it is resumed and comes to a named end, at the price of five answers', async () => {
    const cwd = temporary()
    let child: ChildProcess | undefined
    let killed = 0
    // Each time in another answer of the process, so that some of its work is kept: the first, the second, the first …
    let before = 0
    const server = await watchServer(baseUrl, (chat, piece) => {
      if (killed < 5 && chat - before > killed % 2 && piece === 3) child?.kill('SIGKILL')
    })
    running.push(server)
    const env = { OLLAMA_BASE_URL: server.url }
    for (let time = 0; time < 12; time++) {
      before = server.chats()
      const command = time === 0 ? ['run', topic, '--model', `ollama:${name}`] : ['resume', 'latest']
      child = startGal([...command, ...flags], { cwd, env })
      child.stdout?.resume()
      child.stderr?.resume()
      const [, signal] = (await once(child, 'close')) as [number | null, string | null]
      if (signal === null) break
      killed += 1
    }
    expect(killed).toBe(5)
    const lines = await expectWhole(cwd)
    const replies = lines.filter(({ event }) => event.type === 'turn-reply').length
    const faults = lines.filter(({ event }) => event.type === 'turn-fault').length
    expect(server.chats()).toBeLessThanOrEqual(replies + faults + killed)
  }, 1_800_000)
})

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Processes below one, by what Linux says of parents. */
const childrenOf = (pid: number): number[] =>
  readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return []
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8')
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid ? [Number(entry)] : []
    } catch {
      return [] // It ended between two looks.
    }
  })

/** The command that runs Ollama, as in GAL_OLLAMA=/usr/local/bin/ollama; its models are those of OLLAMA_MODELS. */
const command = process.env.GAL_OLLAMA

describe.skipIf(command === undefined || process.platform !== 'linux')(
  'an Ollama of the test itself (GAL_OLLAMA=$(which ollama) npm run proof, after ollama pull smollm2:135m)',
  () => {
    const serve = async (port: number): Promise<ChildProcess> => {
      const child = spawn(command ?? '', ['serve'], {
        env: { ...process.env, OLLAMA_HOST: `127.0.0.1:${port}` },
        stdio: 'ignore',
      })
      const url = `http://127.0.0.1:${port}/api/version`
      expect(
        await until(
          () =>
            fetch(url).then(
              ({ ok }) => ok,
              () => false,
            ),
          30_000,
        ),
      ).toBe(true)
      return child
    }
    /** Kills the server and its runner, which would outlive it. */
    const killAll = async (child: ChildProcess) => {
      const runners = childrenOf(child.pid ?? 0)
      const gone = once(child, 'close')
      child.kill('SIGKILL')
      for (const pid of runners) process.kill(pid, 'SIGKILL')
      await gone
    }

    test('killed with its runner in the middle of an answer and started again, it costs that answer and nothing else', async () => {
      const cwd = temporary()
      const port = await freePort()
      let server = await serve(port)
      const model = await smallModelAt(`http://127.0.0.1:${port}`)
      let again: Promise<void> | undefined
      const watched = await watchServer(`http://127.0.0.1:${port}`, (chat, piece) => {
        if (chat !== 3 || piece !== 3) return
        again ??= killAll(server).then(async () => {
          server = await serve(port)
        })
      })
      running.push(watched)
      const { status, out, err } = await gal(['run', topic, '--model', `ollama:${model}`, ...flags, '--set', 'models.retry.tries=8'], {
        cwd,
        env: { OLLAMA_BASE_URL: watched.url },
      })
      await again
      await killAll(server)
      expect(again, out + err).toBeDefined()
      expect([0, 3, 4], out + err).toContain(status)
      const lines = await expectWhole(cwd)
      const faults = lines.filter(({ event }) => event.type === 'turn-fault').length
      const replies = lines.filter(({ event }) => event.type === 'turn-reply').length
      expect(replies).toBeGreaterThan(3)
      // Prompts that met no server at all were tried again and cost nothing.
      expect(out + err).toMatch(/try \d in \d+ s/)
      expect(faults).toBe(0)
    }, 1_800_000)
  },
)
