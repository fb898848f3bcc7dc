import { readFileSync } from 'node:fs'
import { canonical, hashOf } from '../../core/canonical.ts'
import type { EventOf, LabEvent } from '../../core/events/index.ts'
import type { ReadonlyState } from '../../core/state.ts'
import type { ReadText } from '../../core/text.ts'
import { attemptsOf, shownAttempt, winnerOf } from '../winner.ts'
import { nothingToRun, renderHowTo } from './how-to.ts'
import { manifestOf } from './manifest.ts'
import { allPrograms, winnerFiles } from './program-files.ts'
import type { RunFiles } from './run-files.ts'

export { type RunFiles, runFilesOf } from './run-files.ts'

const script = (name: string): string => readFileSync(new URL(`./scripts/${name}`, import.meta.url), 'utf8')

// Those in JavaScript are texts here: they are no part of what runs in the lab.
const scripts = {
  javascript: () => ({ 'reproduce.mjs': script('reproduce.mjs.txt'), reproduce: script('start-node.txt') }),
  python: () => ({ 'reproduce.py': script('reproduce.py'), reproduce: script('start-python.txt') }),
} as const

/** With keys in order: the same value gives the same bytes, however it was built. */
const json = (value: unknown): string => `${JSON.stringify(JSON.parse(canonical(value)), undefined, 2)}\n`

/** A list with an entry a line. */
const jsonList = (list: readonly unknown[]): string => (list.length ? `[\n  ${list.map(canonical).join(',\n  ')}\n]\n` : '[]\n')

const within = (folder: string, files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]))

const isStart = (event: LabEvent): event is EventOf<'run-start'> => event.type === 'run-start'

export type Reproduced = { state: ReadonlyState; events: readonly LabEvent[]; readText: ReadText; files: RunFiles }

/**
 * All that is needed to run a run's winner again without gal, as text by file name: programs, helper, data, seeds, what was
 * measured, versions, hashes, and a script that compares. The true values of held-out data are among it: the work is over. A run without a
 * winner gives what was tried, and says that there is nothing to run.
 */
export const reproduction = ({ state, events, readText, files: runFiles }: Reproduced): Record<string, string> => {
  const { number, attempt } = shownAttempt(state)
  const start = events.find(isStart)
  if (!start) throw new Error('the record does not begin with its start')
  const programs = allPrograms(attemptsOf(state), readText)
  const rest = {
    'programs.json': jsonList(programs.list),
    ...programs.files,
    'config.json': json(start.config),
    ...(attempt.card ? { 'data/card.json': json(attempt.card) } : {}),
  }
  const winner = winnerOf(attempt)
  if (!winner) return { ...rest, 'REPRODUCE.md': nothingToRun }

  const beside = winnerFiles(attempt, winner, runFiles, readText)
  const manifest = manifestOf({ state, events, start, attempt: number }, winner, Object.keys(beside).sort())
  const files: Record<string, string> = {
    ...rest,
    ...within('programs/winner', beside),
    ...(runFiles.truth === undefined ? {} : { 'truth.json': runFiles.truth }),
    'expected.json': jsonList(winner.metrics),
    'manifest.json': json(manifest),
    'REPRODUCE.md': renderHowTo(manifest),
    ...scripts[winner.language](),
  }
  return { ...files, 'hashes.json': json(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, hashOf(text)]))) }
}
