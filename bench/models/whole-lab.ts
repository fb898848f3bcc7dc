import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { createLab, createMachine, loadConfig } from '../../src/api/index.ts'
import { patientFetch } from '../../src/models/patient-fetch.ts'
import { type Cassette, packCassette, recordingFetch } from '../../test/real/cassette.ts'
import { inventedIn } from './invented.ts'
import { judgeTurns } from './judge-turns.ts'
import { baseUrl } from './ollama.ts'
import { table } from './table.ts'

/**
 * `node bench/models/whole-lab.ts --model smollm2 --runs FOLDER [--cassette FILE] [--set a.b=c]…`
 *
 * A whole run on a real small model, told in figures; with --cassette its answers are kept, to be replayed without a model.
 */
const { values: flags } = parseArgs({
  options: {
    model: { type: 'string', default: 'smollm2' },
    topic: { type: 'string', default: 'Does label smoothing help a small classifier?' },
    runs: { type: 'string', default: 'runs' },
    cassette: { type: 'string' },
    set: { type: 'string', multiple: true, default: [] },
  },
})

const heard: Pick<Cassette, 'tags' | 'shows' | 'answers'> = { tags: undefined, shows: undefined, answers: [] }
const sets = ['serve=false', `models.ollama.base-url=${baseUrl}`, ...flags.set]
const { config } = loadConfig({ flags: { model: `ollama:${flags.model}`, runs: flags.runs }, sets })
const lab = createLab({ config, machine: { ...createMachine(process.env), fetch: recordingFetch(heard, patientFetch) } })
const run = lab.begin(flags.topic)
const began = performance.now()
const result = await lab.drive(run, {
  interrupt: new AbortController().signal,
  onProblem: (message) => process.stderr.write(`${message}\n`),
  onStored: ({ event }) => {
    if (event.type === 'turn-end')
      process.stderr.write(`${event.id} ${event.command ?? 'malformed'}${event.fallback ? ' (the lab chose)' : ''}\n`)
    if (event.type === 'phase-end') process.stderr.write(`${event.phase}: ${JSON.stringify(event.outcome)}\n`)
  },
})
const seconds = (performance.now() - began) / 1000
const state = lab.state(run)
const report = readFileSync(join(lab.folder(run), 'report', 'report.md'), 'utf8')
const judged = judgeTurns(lab.log, run)
const count = (how: (typeof judged)[number]['how']): string => {
  const turns = judged.filter((turn) => turn.how === how).length
  return `${turns} of ${judged.length} (${((100 * turns) / judged.length).toFixed(1)} %)`
}
const { papers, numbers } = inventedIn(state, report, lab.log)
const rows = [
  [
    'outcome',
    'ended' in result ? `${result.ended.kind}${'why' in result.ended ? `: ${result.ended.why}` : ''}` : `halted: ${result.halted.why}`,
  ],
  ['wall time', `${seconds.toFixed(0)} s, load ${loadavg()[0]?.toFixed(1)} at its end`],
  ['calls of the model', String(state.spent.calls)],
  ['tokens in, out', `${state.spent.input}, ${state.spent.output}`],
  ['turns valid at first try', count('first')],
  ['turns valid after a repair', count('repaired')],
  ['turns in which the lab chose', count('chosen')],
  ['turns in which nothing could be done', count('nothing')],
  ['invalid commands carried out', String(judged.filter(({ how, invalid }) => how !== 'nothing' && invalid !== undefined).length)],
  ['papers in the report that nobody found', String(papers.length)],
  [
    'numbers in its sections that no program measured and nothing shown says',
    numbers.length ? `${numbers.length}: ${numbers.slice(0, 12).join(', ')}` : '0',
  ],
]
console.log(`ollama:${flags.model}, "${flags.topic}"\n`)
console.log(table(['what', 'figure'], rows))
if (flags.cassette !== undefined && 'ended' in result) {
  const recorded: Cassette = { topic: flags.topic, model: `ollama:${flags.model}`, sets, ...heard, outcome: result.ended, report }
  mkdirSync(dirname(flags.cassette), { recursive: true })
  writeFileSync(flags.cassette, packCassette(recorded))
}
lab.close()
