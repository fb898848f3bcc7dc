import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { PhaseName } from '../../src/core/names.ts'
import { driveTestLab, run, type TestLab } from '../../src/lab/testing/test-lab.ts'
import type { Usage } from '../../src/models/model.ts'
import { colleague } from './colleague.ts'
import { type Judged, judgeTurns } from './judge-turns.ts'
import { openMeasured } from './ollama.ts'
import { table } from './table.ts'

/**
 * `node bench/models/turns.ts --model smollm2 --turns 200 [--schema off] [--context 4096] [--minutes 60] [--json FILE]`
 *
 * Asks a real model for turns of whole labs: in each phase it speaks first, so many times; then a script speaks, so that the
 * lab comes to the next phase. What the model answers goes through the lab like any other answer: check, repair, the lab's own
 * choice. Every turn has another state, and labs follow one another until there are enough.
 */
const { values: flags } = parseArgs({
  options: {
    model: { type: 'string', default: 'smollm2' },
    turns: { type: 'string', default: '200' },
    schema: { type: 'string', default: 'native' },
    context: { type: 'string', default: '4096' },
    minutes: { type: 'string', default: '600' },
    json: { type: 'string' },
  },
})

/** Turns of a phase that the model speaks in. */
const own: Readonly<Record<string, number>> = {
  'literature-review': 10,
  'plan-formulation': 8,
  'data-preparation': 8,
  'running-experiments': 12,
  'results-interpretation': 8,
  'report-writing': 34,
  'report-refinement': 8,
}

const topics = [
  'Does label smoothing help a small classifier?',
  'How large may a step be before gradient descent diverges?',
  'Do nearest neighbours fail in many dimensions?',
  'Does weight decay matter when there is little data?',
  'Can antithetic sampling halve the variance of an estimate?',
  'Does dropout calibrate small networks?',
]

const wanted = Number(flags.turns)
const context = Number(flags.context)
const model = await openMeasured(flags.model, context, flags.schema === 'native')
const never = new AbortController().signal
const usage = new Map<string, Usage>()
const judged: Judged[] = []
const began = performance.now()
/** Whether there are enough turns, or no more time: what is there by then is told. */
const isEnough = (turns: number): boolean => turns >= wanted || performance.now() - began > Number(flags.minutes) * 60_000

const phaseSettings: TestLab['phaseSettings'] = { 'report-refinement': { 'ways-back': 0, reviewers: 3 }, 'report-writing': { edits: 2 } }

for (const [lab, topic] of topics.entries()) {
  if (isEnough(judged.length)) break
  const spoken: Partial<Record<PhaseName, number>> = {}
  const mine = new Set<string>()
  const { log } = await driveTestLab({
    topic,
    context,
    ...(model.parameters === undefined ? {} : { parameters: model.parameters }),
    settings: { maxTokens: 4096, temperature: 0.7 },
    phaseSettings,
    cast: async (facts, request) => {
      const phase = facts.phase as PhaseName
      const times = spoken[phase] ?? 0
      if (facts.problem === undefined && (times >= (own[phase] ?? 0) || isEnough(judged.length + mine.size))) return colleague(facts)
      if (facts.problem === undefined) {
        spoken[phase] = times + 1
        mine.add(facts.turn)
        process.stderr.write(
          `\r${flags.model}, schema ${flags.schema}: lab ${lab + 1}, ${phase}, ${judged.length + mine.size} of ${wanted} turns   `,
        )
      }
      const answer = await model.generate(request, never, () => undefined)
      if ('reply' in answer) usage.set(`${lab}/${facts.turn}`, answer.reply.usage)
      return 'reply' in answer ? answer.reply.text : answer.fault
    },
  })
  judged.push(...judgeTurns(log, run, mine).map((turn) => ({ ...turn, lab, ...usage.get(`${lab}/${turn.id}`) })))
}
process.stderr.write('\n')

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)
const rowOf = (name: string, turns: readonly Judged[]): string[] => {
  const count = (how: Judged['how']) => turns.filter((turn) => turn.how === how).length
  const carried = turns.filter(({ how }) => how !== 'nothing')
  const sum = (key: 'input' | 'output') => turns.reduce((total, turn) => total + (turn[key] ?? 0), 0)
  return [
    name,
    String(turns.length),
    `${count('first')} (${share(count('first'), turns.length)})`,
    String(count('repaired')),
    String(count('chosen')),
    String(count('nothing')),
    `${carried.filter(({ invalid }) => invalid === undefined).length} of ${carried.length}`,
    String(Math.round(sum('input') / Math.max(1, turns.length))),
    String(Math.round(sum('output') / Math.max(1, turns.length))),
  ]
}

const names = [...new Set(judged.map(({ phase }) => phase))]
const heads = [
  'phase',
  'turns',
  'valid at first try',
  'repaired',
  'chosen by the lab',
  'nothing done',
  'valid of those carried out',
  'tokens in',
  'tokens out',
]
const rows = [
  ...names.map((name) =>
    rowOf(
      name,
      judged.filter(({ phase }) => phase === name),
    ),
  ),
  rowOf('all', judged),
]
const minutes = ((performance.now() - began) / 60_000).toFixed(1)
console.log(
  `${model.name}, schema ${flags.schema}, context ${context}, temperature 0.7: ${judged.length} turns in ${minutes} min, load ${loadavg()[0]?.toFixed(1)}\n`,
)
console.log(table(heads, rows))
const problems = judged.flatMap(({ how, problem }) =>
  how === 'first' || problem === undefined ? [] : [problem.replaceAll(/"[^"]*"/g, '"…"').slice(0, 90)],
)
const often = [...new Set(problems)]
  .map((problem) => [String(problems.filter((one) => one === problem).length), problem])
  .sort((a, b) => Number(b[0]) - Number(a[0]))
if (often.length) console.log(`\n${table(['times', 'what was wrong with the first answer'], often.slice(0, 8))}`)
if (flags.json !== undefined)
  writeFileSync(flags.json, `${JSON.stringify({ model: model.name, schema: flags.schema, context, turns: judged }, null, 1)}\n`)
if (judged.some(({ invalid }) => invalid !== undefined)) process.exitCode = 1
