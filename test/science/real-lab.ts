import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { EventOf, LabEvent } from '../../src/core/events/index.ts'
import { fold } from '../../src/core/events/index.ts'
import type { Facts } from '../../src/core/facts.ts'
import { createState, type ReadonlyState } from '../../src/core/state.ts'
import type { Text } from '../../src/core/text.ts'
import { simpleCast } from '../../src/lab/testing/simple-cast.ts'
import { driveTestLab, run, type TestLab } from '../../src/lab/testing/test-lab.ts'
import { renderReport } from '../../src/report/render-report.ts'
import { createSandbox, defaultSandbox, type Tools } from '../../src/sandbox/index.ts'
import { testTools } from '../../src/sandbox/sandbox.conformance.ts'
import { temporary } from '../support/temporary.ts'

export const sandboxed = spawnSync('bwrap', ['--ro-bind', '/', '/', 'true']).status === 0
export const needsBubblewrap = sandboxed ? '' : ' (skipped: needs bubblewrap: apt-get install bubblewrap)'

/** Python that measures both arms of the plan, soundly: `better` of the proposed one, 0.1 less of the baseline. */
export const measures = (better: number): string => `import lab
for seed in lab.seeds:
    for arm, value in (('smoothing=0.1', ${better}), ('smoothing=0', ${better} - 0.1)):
        lab.metric('accuracy', value + seed % 7 / 1000, seed=seed, arm=arm, split='test')
`

type Programs = { draft: string; later?: string; marks?: { draft: number; later: number } }

/** Everyone does as they should, and the engineer writes these programs: the first, and all after it. */
export const engineer = ({ draft, later = draft, marks = { draft: 0.9, later: 0.1 } }: Programs) => {
  const drafts = new Set<string>()
  return (facts: Facts): string => {
    const [ask = '', about = ''] = facts.ask.split(':')
    if (facts.phase === 'data-preparation') return JSON.stringify({ command: 'submit-code', code: 'def load(seed):\n    return [seed]\n' })
    if (facts.phase !== 'running-experiments') return simpleCast(facts)
    if (ask === 'score') {
      const score = drafts.has(about) ? marks.draft : marks.later
      return JSON.stringify({ command: 'score-program', score, why: 'It does what the plan says.' })
    }
    if (ask === 'reflect') return simpleCast(facts)
    if (ask === 'draft') drafts.add(facts.turn)
    return JSON.stringify({ command: 'write-program', code: ask === 'draft' ? draft : later })
  }
}

/** What a run came to, with all that tests look at. */
export type Seen = {
  ended: { kind: string; why?: string }
  /** Why the driver let go of the run before its end; empty when it came to its end. */
  halted: string
  state: ReadonlyState
  events: readonly LabEvent[]
  read(text: Text): string
  ends: readonly EventOf<'program-end'>[]
  /** The folder that a program ran in. */
  folderOf(program: string): string
  report(): Promise<Record<string, string>>
}

const seen = ({ result, log }: Awaited<ReturnType<typeof driveTestLab>>, folder: string): Seen => {
  const rows = [...log.read(run, 0)]
  const state = fold(createState(), rows)
  const read = (text: Text): string => (typeof text === 'string' ? text : log.blob(text))
  const events = rows.map(({ event }) => event)
  return {
    ended: 'ended' in result ? result.ended : { kind: 'none' },
    halted: 'halted' in result ? result.halted.why : '',
    state,
    events,
    read,
    ends: events.filter((event) => event.type === 'program-end'),
    folderOf: (program) => join(folder, 'workspace', program),
    report: async () => (await renderReport(state, read, { version: 'test' })).files,
  }
}

/** Drives a whole run in which the models are scripted; programs follow from nothing but their code. */
export const scriptedRun = async (options: TestLab = {}): Promise<Seen> => seen(await driveTestLab(options), '/nowhere')

/** Drives a whole run in which only the models are scripted: its Python really runs, each program in the sandbox for models' code. */
export const realRun = async (options: TestLab, { tools = testTools, seconds = 30 }: { tools?: Tools; seconds?: number } = {}) => {
  const folder = temporary()
  // Nobody vouches for these programs: bubblewrap, or not at all.
  const sandbox = createSandbox({ ...tools, trusts: () => false }, { ...defaultSandbox, kind: 'bubblewrap' })
  const program = { language: 'python' as const, seconds, memoryMiB: 512, outputChars: 20_000 }
  return seen(await driveTestLab({ ...options, sandbox, settings: { ...options.settings, folder, program } }), folder)
}
