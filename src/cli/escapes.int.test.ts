import { expect, onTestFinished, test } from 'vitest'
import { gal } from '../../test/support/gal.ts'
import { temporary } from '../../test/support/temporary.ts'
import { refusing, startStandIn } from '../models/stand-in/server.ts'
import type { Io } from './io.ts'
import { complaints } from './serve-lab.ts'

/** What a terminal would obey: a title, a cleared screen, the same in one character of C1, and letters that turn around. */
const nasty = '\u001b]0;owned\u0007\u001b[2J\u009b2J\u202eback'
const obeyed = /(?![\n\t])[\p{Cc}\p{Cf}]/u

/** An Ollama that has a model whose name and whose refusals carry commands for terminals. */
const ollama = async (): Promise<string> => {
  const server = await startStandIn((response, asked) => {
    const models = [
      { name: 'tiny:latest', size: 1, details: { family: 'llama' } },
      { name: `odd${nasty}:latest`, size: 1, details: { family: 'llama' } },
    ]
    if (asked.path === '/api/tags') return void response.end(JSON.stringify({ models }))
    if (asked.path === '/api/show') return void response.end(JSON.stringify({ model_info: { 'llama.context_length': 16_384 } }))
    return refusing(500, JSON.stringify({ error: `no memory ${nasty}` }))(response, asked)
  })
  onTestFinished(server.close)
  return server.url
}

test.each([
  ['a run that is told in lines', ['run', 'Does it hold?', '--model', 'ollama:tiny', '--plain', '--no-serve'], 'no memory'],
  ['a run that is told in JSON', ['run', 'Does it hold?', '--model', 'ollama:tiny', '--json', '--no-serve'], 'no memory'],
  ['a run that serves viewers', ['run', 'Does it hold?', '--model', 'ollama:tiny', '--plain', '--port', '0'], 'no memory'],
  ['a probe', ['models', 'probe', 'ollama:tiny'], 'no memory'],
  ['the list of models', ['models'], 'odd'],
  ['the list of models in JSON', ['models', '--json'], 'odd'],
  ['the doctor in JSON', ['doctor', '--json', '--port', '0', '--set', 'sources.arxiv.base-url=http://127.0.0.1:65531/q'], 'odd'],
])('%s hands no commands of a server to the terminal', { timeout: 60_000 }, async (_, args, says) => {
  const cwd = temporary()
  const env = { OLLAMA_BASE_URL: await ollama(), XDG_CACHE_HOME: cwd }
  const retry = ['--set', 'models.retry.tries=2', '--set', 'models.retry.base-seconds=0.01']
  const { out, err } = await gal([...args, ...retry], { cwd, env })
  expect(out + err).toContain(says)
  expect(out).not.toMatch(obeyed)
  expect(err).not.toMatch(obeyed)
})

test('what goes wrong beside the work is told to viewers’ hosts without commands for their terminal', () => {
  const told: string[] = []
  const io = { err: (text: string) => void told.push(text) } as unknown as Io
  complaints(io).onProblem(nasty)
  expect(told.join('')).toMatch(/^gal: .*owned/)
  expect(told.join('')).not.toMatch(obeyed)
})
