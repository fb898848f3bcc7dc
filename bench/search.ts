import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from '../src/api/cache-folder.ts'
import { judge } from '../src/search/judge.ts'
import { nullTrials } from './search/null-trials.ts'
import { meanOf, percentileIn } from './search/numbers.ts'
import { startPool } from './search/pool.ts'
import { sandboxCells } from './search/sandbox-cells.ts'
import { budget, type Found, hiddenWorth, randomSearch, treeSearch } from './search/searches.ts'
import { openTable } from './search/table.ts'
import { datasets, openTask } from './search/tasks.ts'
import { countTokens } from './search/tokens.ts'
import { openWorld, type World } from './search/world.ts'

/**
 * `npm run bench:search`: whether the search over programs searches well, without a language model. Programs and edits are drawn
 * from a grammar of scikit-learn programs, each really run; every search writes 20 programs. Runs on fresh seeds are counted
 * beside, since they cost a model nothing. Settings were chosen on other repetitions than those that are reported.
 */
const python = process.env.GAL_PYTHON
if (!python) {
  console.log('skipped: needs Python with scikit-learn: npx gal setup python, then GAL_PYTHON=its python')
  process.exit(0)
}

const repetitions = 30
const folder = join(cacheFolder(process.env), 'bench-search')
mkdirSync(folder, { recursive: true })
const began = performance.now()
const pool = await startPool(python, 2)
const table = openTable(join(folder, 'table.jsonl'), pool)
const worlds: World[] = []
for (const dataset of datasets) worlds.push(await openWorld(await openTask(python, folder, dataset, 0), table))

type Method = { name: string; search: (world: World, repetition: string) => Promise<Found> }
const methods: readonly Method[] = [
  { name: 'one shot', search: (world, repetition) => randomSearch(world, repetition, 1) },
  { name: `best of ${budget}`, search: (world, repetition) => randomSearch(world, repetition, budget) },
  { name: 'tree search', search: treeSearch },
]

const missed: string[] = []
const bound = (holds: boolean, what: string) => {
  if (!holds) missed.push(what)
}
const numbered = (values: readonly number[]) => Object.fromEntries(values.map((value, place) => [String(place), value]))
const shown = (value: number) => value.toFixed(4).padStart(9)

let better = 0
const percentiles: number[] = []
const patches = { patch: 0, whole: 0 }
console.log(
  `${'hidden test, mean of winners'.padEnd(30)} ${methods.map(({ name }) => name.padStart(12)).join(' ')}   gain       p   percentile`,
)
for (const world of worlds) {
  const { dataset } = world.task
  const all = [...world.sound.values()].map(({ scores }) => hiddenWorth(world, scores))
  const floor = Math.min(...all)
  const found = await Promise.all(
    methods.map(({ search }) => Promise.all(Array.from({ length: repetitions }, (_, place) => search(world, `reported ${place}`)))),
  )
  // A search in which nothing ran has the worst that there is.
  const worths = found.map((list) => list.map(({ winner }) => (winner ? hiddenWorth(world, winner) : floor)))
  const [, random = [], tree = []] = worths
  const { p, difference } = judge(numbered(random), numbered(tree), 'max', 0.05)
  const percentile = meanOf(tree.map((value) => percentileIn(all, value)))
  percentiles.push(percentile)
  better += p <= 0.05 ? 1 : 0
  bound(difference >= 0, `tree search is behind best of ${budget} on ${dataset.name}`)
  for (const { answer, text } of found[2]?.flatMap(({ written }) => written) ?? []) {
    if (answer === undefined) continue
    patches.patch += countTokens(answer)
    patches.whole += countTokens(text)
  }
  const sign = dataset.goal === 'max' ? 1 : -1
  const cells = worths.map((list) => shown(sign * meanOf(list)).padStart(12)).join(' ')
  const randomPercentile = meanOf(random.map((value) => percentileIn(all, value)))
  console.log(
    `${`${dataset.name}, ${dataset.metric} (${all.length} programs)`.padEnd(30)} ${cells} ${shown(difference)} ${p.toFixed(4)} ${percentile.toFixed(1)} (random ${randomPercentile.toFixed(1)})`,
  )
}

const percentile = meanOf(percentiles)
const share = patches.patch / patches.whole
const nulls = await nullTrials(worlds, table, 200)
const cells = await sandboxCells(python, worlds, 40)
await pool.close()
bound(better >= 3, `tree search is better than best of ${budget} on ${better} data sets, not 3`)
bound(percentile >= 95, `the winners' percentile is ${percentile.toFixed(1)}, not 95`)
bound(share <= 0.25, `patches cost ${(100 * share).toFixed(0)} % of whole files, not 25`)
bound(nulls.fooled <= 0.05 * nulls.trials, `noise was accepted in ${nulls.fooled} of ${nulls.trials} null searches`)
bound(cells.differing.length === 0, `${cells.differing.length} programs have other numbers in the sandbox: ${cells.differing[0]}`)

console.log(`percentile of tree search's winners among all working programs: ${percentile.toFixed(1)}, at least 95`)
console.log(`output tokens of patches against whole files: ${(100 * share).toFixed(1)} %, at most 25`)
console.log(
  `null searches that took noise for a gain: ${nulls.fooled} of ${nulls.trials}, at most ${0.05 * nulls.trials}; challenges: ${nulls.accepted} of ${nulls.challenges}`,
)
console.log(`cells with the same numbers in gal's sandbox: ${cells.cells - 3 * cells.differing.length} of ${cells.cells}`)
const { run, known } = table.counts()
console.log(`${run} programs run, ${known} known before, ${((performance.now() - began) / 1000).toFixed(0)} s`)
console.log(missed.length ? `MISSED: ${missed.join('; ')}` : 'all bounds hold')
if (missed.length) process.exitCode = 1
