import { expect } from 'vitest'
import { chooseOllamaModel } from '../../src/models/auto.ts'
import { listOllamaModels } from '../../src/models/ollama-server.ts'
import { gal } from '../support/gal.ts'

/** Where a real Ollama may be. */
export const baseUrl = process.env.GAL_OLLAMA_URL ?? 'http://127.0.0.1:11435'
/** How to have one. */
export const howTo = 'ollama serve & ollama pull smollm2:135m && GAL_OLLAMA_URL=http://127.0.0.1:11434 npm run proof'

/** The small model that a server has, or nothing. */
export const smallModelAt = async (url: string): Promise<string | undefined> => {
  const listed = await listOllamaModels(url, fetch, new AbortController().signal)
  return 'models' in listed ? chooseOllamaModel(listed.models, 'smollm2')?.name : undefined
}

const sets = ['budget.calls=10', 'models.ollama.context=4096', 'phases.literature-review.papers=1', 'phases.literature-review.steps=4']
/** A lab that ends after a few calls of a model, for it is one of them that is interrupted. */
export const flags: readonly string[] = ['--no-serve', '--plain', ...sets.flatMap((set) => ['--set', set])]
export const topic = 'Does label smoothing help a small classifier?'

type Line = { seq: number; event: { type: string; id?: string; outcome?: { kind: string; why?: string } } }

const recordIn = async (cwd: string): Promise<Line[]> =>
  (await gal(['export', 'latest', '--format', 'jsonl'], { cwd })).out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)

const idsOf = (lines: readonly Line[], type: string): string[] =>
  lines.flatMap(({ event }) => (event.type === type && event.id !== undefined ? [event.id] : []))

/** What holds of a run however often it was interrupted: it has a named end, nothing is doubled or lost, and its record is whole. */
export const expectWhole = async (cwd: string): Promise<Line[]> => {
  const lines = await recordIn(cwd)
  expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_line, place) => place + 1))
  const end = lines.at(-1)?.event
  expect(end).toMatchObject({ type: 'run-end', outcome: { kind: expect.stringMatching(/^(complete|partial|failed)$/) } })
  if (end?.outcome?.kind !== 'complete') expect(end?.outcome?.why).toMatch(/\w/)
  for (const type of ['turn-start', 'turn-reply', 'turn-end'])
    expect(new Set(idsOf(lines, type)).size, type).toBe(idsOf(lines, type).length)
  expect((await gal(['check', 'latest'], { cwd })).status).toBe(0)
  return lines
}
