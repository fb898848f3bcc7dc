import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Facts } from '../../src/core/facts.ts'
import { driveTestLab } from '../../src/lab/testing/test-lab.ts'
import type { Request } from '../../src/models/model.ts'
import { patientFetch } from '../../src/models/patient-fetch.ts'
import { baseUrl, openMeasured } from './ollama.ts'
import { table } from './table.ts'

/**
 * `node bench/models/reuse.ts --model smollm2 --slots 1 [--turns 12] [--every 1] [--phase plan-formulation]`
 *
 * How much of a turn's prompt a server has read before: the time that it takes to read it right after the turn before, over
 * the time for the same prompt sent to a model that was loaded anew. One token is answered, so what the role said in between
 * has to be read as well. With `--every 3` only each third turn is sent to a model loaded anew. `--slots` only names what the server was started with (OLLAMA_NUM_PARALLEL, and what else).
 */
const { values: flags } = parseArgs({
  options: {
    model: { type: 'string', default: 'smollm2' },
    slots: { type: 'string', default: '1' },
    turns: { type: 'string', default: '12' },
    every: { type: 'string', default: '1' },
    phase: { type: 'string' },
  },
})
const turns = Number(flags.turns)
const bound = 0.3
const never = new AbortController().signal
const model = await openMeasured(flags.model, 8192, true)

/** Reads what the server says of a prompt: its tokens, and the milliseconds that reading them took. */
const ask = async (request: Request): Promise<{ tokens: number; ms: number }> => {
  const body = {
    model: flags.model,
    messages: request.messages.map(({ from, text }) => ({
      role: { system: 'system', lab: 'user', role: 'assistant' }[from],
      content: text,
    })),
    options: { num_ctx: 8192, num_predict: 1, temperature: 0 },
    stream: false,
  }
  const response = await patientFetch(`${baseUrl}/api/chat`, { method: 'POST', body: JSON.stringify(body), signal: never })
  const said = (await response.json()) as { prompt_eval_count?: number; prompt_eval_duration?: number; error?: string }
  if (said.error !== undefined) throw new Error(said.error)
  return { tokens: said.prompt_eval_count ?? 0, ms: (said.prompt_eval_duration ?? 0) / 1e6 }
}

/** Loads the model anew, so that it has read nothing but one word. */
const forget = async (request: Request): Promise<void> => {
  await patientFetch(`${baseUrl}/api/generate`, {
    method: 'POST',
    body: JSON.stringify({ model: flags.model, keep_alive: 0 }),
    signal: never,
  })
  await ask({ ...request, messages: [{ from: 'lab', text: 'x' }] })
}

const words = (length: number, about: string): string =>
  `${about} is compared on the same seeds with the baseline, and measured on held-out data. `.repeat(20).slice(0, length)

const said: Readonly<Record<string, (facts: Facts) => Record<string, unknown>>> = {
  'literature-review': ({ step, found, added, topic }) => {
    const next = Object.keys(found).find((id) => !added[id])
    return step % 3 === 0 || !next
      ? {
          command: 'search-papers',
          query: `${topic
            .split(' ')
            .slice(0, 3 + (step % 4))
            .join(' ')} ${step}`,
        }
      : { command: 'add-paper', id: next, note: words(300, `Paper ${step}`) }
  },
  'plan-formulation': ({ step }) => ({ command: 'dialogue', text: words(300, `Arm ${step}`) }),
}

type Timed = { phase: string; role: string; place: number; tokens: number; warm: number; cold: number }
const timed: Timed[] = []
const spoken: Pick<Timed, 'phase' | 'role' | 'place'>[] = []
for (const phase of Object.keys(said).filter((name) => flags.phase === undefined || name === flags.phase)) {
  const requests: Request[] = []
  await driveTestLab({
    topic: 'Does label smoothing help a small classifier?',
    context: 8192,
    ...(model.parameters === undefined ? {} : { parameters: model.parameters }),
    settings: { maxTokens: 4096 },
    phaseSettings: {
      'literature-review': { steps: phase === 'literature-review' ? turns : 2, papers: 30 },
      'plan-formulation': { steps: turns },
    },
    cast: (facts, request) => {
      if (facts.phase === phase) requests.push(request)
      return JSON.stringify(said[facts.phase]?.(facts) ?? {})
    },
  })
  const some = requests.slice(0, turns)
  const [first] = some
  if (first) await forget(first)
  const warm = []
  for (const [place, request] of some.entries()) {
    warm.push(await ask(request))
    spoken.push({ phase, role: request.role, place })
    process.stderr.write(`\r${phase} ${place + 1} of ${some.length}, read on   `)
  }
  for (const [place, request] of some.entries()) {
    if (place % Number(flags.every) !== Number(flags.every) - 1) continue
    await forget(request)
    const { tokens, ms } = await ask(request)
    timed.push({ phase, role: request.role, place, tokens, warm: warm[place]?.ms ?? 0, cold: ms })
    process.stderr.write(`\r${phase} ${place + 1} of ${some.length}   `)
  }
}
process.stderr.write('\n')

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const seen = (one: Timed): boolean => spoken.some(({ phase, role, place }) => phase === one.phase && role === one.role && place < one.place)
const rows = timed.map((one) => [
  one.phase,
  String(one.place + 1),
  one.role,
  String(one.tokens),
  one.warm.toFixed(0),
  one.cold.toFixed(0),
  seen(one) ? percent(one.warm / one.cold) : 'first',
])
console.log(`${model.name}, OLLAMA_NUM_PARALLEL=${flags.slots}, load ${loadavg()[0]?.toFixed(1)}\n`)
console.log(table(['phase', 'turn', 'role', 'tokens', 'ms after the turn before', 'ms loaded anew', 'share'], rows))
const phases = [...new Set(timed.map(({ phase }) => phase))]
const sums = phases.map((phase) => {
  const of = timed.filter((one) => one.phase === phase && seen(one))
  const shares = of.map(({ warm, cold }) => warm / cold)
  return {
    phase,
    median: median(shares),
    worst: Math.max(...shares),
    within: shares.filter((share) => share <= bound).length,
    of: shares.length,
  }
})
console.log(
  `\n${table(
    ['phase', 'median share', 'worst', 'turns within 30 %'],
    sums.map((one) => [one.phase, percent(one.median), percent(one.worst), `${one.within} of ${one.of}`]),
  )}`,
)
if (sums.some((one) => one.median > bound)) process.exitCode = 1
