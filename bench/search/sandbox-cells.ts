import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandbox } from '../../src/sandbox/index.ts'
import { chanceOf, oneOf } from './chance.ts'
import { scorePredictions } from './score.ts'
import { on, searchSeeds, type World } from './world.ts'

/** Runs programs in gal's own sandbox, and says for how many cells the numbers are those of the table. */
export const sandboxCells = async (python: string, worlds: readonly World[], cells: number) => {
  const tools = { nodePath: process.execPath, pythonPath: python, bwrapPath: 'bwrap', env: { PATH: process.env.PATH ?? '' } }
  const sandbox = createSandbox({ ...tools, trusts: () => false })
  const random = chanceOf('sandbox')
  const differing: string[] = []
  for (let cell = 0; cell < cells; cell += searchSeeds.length) {
    const world = oneOf(worlds, random)
    const { text, scores } = oneOf([...world.sound.values()], random)
    const folder = await mkdtemp(join(tmpdir(), 'gal-bench-cell-'))
    const files = { ...world.task.files, 'main.py': text }
    const settings = { folder, seconds: 60, memoryMiB: 2048, outputChars: 4000 }
    const result = await sandbox.run(
      { language: 'python', files, seeds: searchSeeds },
      settings,
      AbortSignal.timeout(120_000),
      () => undefined,
    )
    const said = await readFile(join(folder, 'predictions.jsonl'), 'utf8').catch(() => '')
    const outcome = scorePredictions(said, world.task, searchSeeds)
    const same =
      'scores' in outcome &&
      (['valid', 'test'] as const).every(
        (split) => JSON.stringify(outcome.scores[split]) === JSON.stringify(on(scores[split], searchSeeds)),
      )
    if (!same)
      differing.push(
        `${world.task.name}: ${'why' in outcome ? `${outcome.why}; ${result.output.trim().split('\n').at(-1)}` : 'other numbers'}`,
      )
    await rm(folder, { recursive: true, force: true })
  }
  return { cells: Math.ceil(cells / searchSeeds.length) * searchSeeds.length, differing }
}
