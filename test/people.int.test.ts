import { describe, expect, test } from 'vitest'
import { ollamaAnswering, ollamaWire } from '../src/models/stand-in/ollama.ts'
import { type Behaviour, sending, startStandIn } from '../src/models/stand-in/server.ts'
import { briefFlags } from './support/brief.ts'
import { type Ended, gal, startGal, until } from './support/gal.ts'
import { temporary } from './support/temporary.ts'

const topic = 'Does label smoothing help a small classifier?'
const model = 'thinker:latest'

/** An Ollama that has one model and answers each chat in its own way. */
const ollama = (chat: Behaviour): Promise<Awaited<ReturnType<typeof startStandIn>>> =>
  startStandIn((response, asked) => {
    if (asked.path === '/api/tags')
      return void response.end(JSON.stringify({ models: [{ name: model, size: 1, modified_at: '', details: { family: 'llama' } }] }))
    if (asked.path === '/api/show') return void response.end(JSON.stringify({ model_info: { 'llama.context_length': 32_768 } }))
    return chat(response, asked)
  })

/** Begins to think and does not come to an end. */
const thinking: Behaviour = sending(ollamaWire.type, ollamaWire.said('{"command":'), { stays: true })

const ended = (child: ReturnType<typeof startGal>): Promise<Ended> =>
  new Promise((resolve) => {
    const begin = performance.now()
    const said = { out: '', err: '' }
    child.stdout?.on('data', (data) => {
      said.out += data
    })
    child.stderr?.on('data', (data) => {
      said.err += data
    })
    child.on('close', (status, signal) => resolve({ status, signal, ...said, ms: performance.now() - begin }))
  })

describe('while a model is answering, the lab hears from another process', () => {
  const withThinker = async (
    use: (lab: { cwd: string; env: Record<string, string>; end: Promise<Ended>; chats(): number }) => Promise<void>,
  ) => {
    const server = await ollama(thinking)
    const cwd = temporary()
    const env = { OLLAMA_BASE_URL: server.url }
    const child = startGal(['run', topic, '--model', `ollama:${model}`, '--no-serve', '--plain', '--set', 'people.questions=1'], {
      cwd,
      env,
    })
    const end = ended(child)
    const chats = () => server.asked.filter(({ path }) => path === '/api/chat').length
    try {
      expect(await until(() => chats() > 0, 20_000)).toBe(true)
      await use({ cwd, env, end, chats })
    } finally {
      child.kill('SIGKILL')
      await end
      await server.close()
    }
  }

  test('a pause and a stop: the call is given up, and the run ends with status 5', async () => {
    for (const word of ['pause', 'stop'])
      await withThinker(async ({ cwd, end }) => {
        expect((await gal([word, 'latest'], { cwd })).status).toBe(0)
        const { status, err, ms } = await end
        expect(err).toMatch(/gal resume/)
        expect(status).toBe(5)
        expect(ms).toBeLessThan(20_000)
      })
  })

  test('a second driver, who is told who drives; the run of a killed one is taken over at once', async () => {
    await withThinker(async ({ cwd, env, chats }) => {
      const refused = await gal(['resume', 'latest', '--no-serve', '--plain'], { cwd, env })
      expect(refused.err).toMatch(/driven by process \d+/)
      expect(refused.status).toBe(2)
      const pid = Number(/process (\d+)/.exec(refused.err)?.[1])
      process.kill(pid, 'SIGKILL')
      const before = chats()
      const heir = startGal(['resume', 'latest', '--no-serve', '--plain'], { cwd, env })
      const end = ended(heir)
      expect(await until(() => chats() > before, 30_000)).toBe(true)
      heir.kill('SIGKILL')
      await end
    })
  })

  test('Ctrl-C: it lets go at once, says how to go on, and ends with status 130', async () => {
    const server = await ollama(thinking)
    const cwd = temporary()
    const child = startGal(['run', topic, '--model', `ollama:${model}`, '--no-serve', '--plain'], {
      cwd,
      env: { OLLAMA_BASE_URL: server.url },
    })
    const end = ended(child)
    await until(() => server.asked.some(({ path }) => path === '/api/chat'), 20_000)
    child.kill('SIGINT')
    const { status, err } = await end
    expect(err).toMatch(/gal resume does-label/)
    expect(status).toBe(130)
    const again = await gal(['resume', 'latest', '--model', 'rehearsal', '--no-serve', '--plain', ...briefFlags], { cwd })
    expect(again.status).toBe(0)
    await server.close()
  })
})

test('an answer is heard while another role is answering, and reaches the one who asked', async () => {
  const answers = [
    { command: 'ask-person', text: 'Is accuracy or calibration more important to you?' },
    { command: 'search-papers', query: 'label smoothing' },
    { command: 'search-papers', query: 'calibration' },
  ]
  let asked = 0
  const told: string[] = []
  const { promise: answered, resolve: release } = Promise.withResolvers<void>()
  const server = await ollama(async (response, entry) => {
    told.push(JSON.stringify(entry.body))
    const answer = answers[asked++]
    if (!answer) return thinking(response, entry)
    // The second answer takes until the person has answered.
    if (asked === 2) await answered
    return ollamaAnswering(JSON.stringify(answer))(response, entry)
  })
  const cwd = temporary()
  const child = startGal(['run', topic, '--model', `ollama:${model}`, '--no-serve', '--plain', '--set', 'people.questions=1'], {
    cwd,
    env: { OLLAMA_BASE_URL: server.url },
  })
  const end = ended(child)
  await until(() => asked === 2, 20_000)
  const first = await gal(['answer', 'latest', 'calibration'], { cwd })
  expect(first.out + first.err).toMatch(/Answered/)
  const second = await gal(['answer', 'latest', 'ask.literature-review.1.0.0', 'accuracy'], { cwd })
  expect(second.err).toMatch(/cli has already answered/)
  expect(second.status).toBe(2)
  release()
  await until(() => told.some((body) => body.includes('The answer: calibration')), 20_000)
  expect(told.some((body) => body.includes('The answer: calibration'))).toBe(true)
  child.kill('SIGKILL')
  await end
  await server.close()
})

test('a gate holds the run until somebody answers, also after the process that asked is gone', async () => {
  const cwd = temporary()
  const flags = ['--no-serve', '--plain', '--model', 'rehearsal', '--set', 'gates.literature-review=ask', '--set', 'people.wait-seconds=0']
  const held = await gal(['run', topic, ...flags, ...briefFlags], { cwd })
  expect(held.err).toMatch(/gate\.literature-review\.1/)
  expect(held.status).toBe(5)
  expect((await gal(['answer', 'latest', 'go on'], { cwd })).status).toBe(0)
  expect((await gal(['resume', 'latest', '--no-serve', '--plain', ...briefFlags], { cwd })).status).toBe(0)
})
