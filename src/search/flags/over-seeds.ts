import { type Flag, type FlagScene, type Measured, placeName, seriesOf } from './flag.ts'

const isConstant = (values: readonly number[]): boolean => values.length >= 3 && values.every((value) => value === values[0])
const draws = /random|seed|shuffle|dropout/i

const varies = (program: Measured, name: string): boolean =>
  seriesOf(program, name).some(({ bySeed }) => bySeed.size >= 3 && !isConstant([...bySeed.values()]))

export const notFinite = ({ program }: FlagScene): Flag[] => {
  const bad = program.rows.filter(({ value }) => !Number.isFinite(value))
  const names = [...new Set(bad.map(({ name }) => name))].join(', ')
  return bad.length ? [{ kind: 'not-finite', why: `${bad.length} of its ${program.rows.length} numbers are not finite: ${names}.` }] : []
}

/** The same number on every seed, where other programs vary: it may not depend on what was run at all. */
export const constant = ({ program, others, metric }: FlagScene): Flag[] => {
  const varied = others.filter((other) => varies(other, metric.name)).length
  if (varied === 0) return []
  return seriesOf(program, metric.name)
    .filter(({ bySeed }) => isConstant([...bySeed.values()]))
    .map((one) => ({
      kind: 'constant' as const,
      why: `${metric.name} of ${placeName(one)} is ${[...one.bySeed.values()][0]} on all ${one.bySeed.size} seeds, where ${varied} other programs vary.`,
    }))
}

/** Seeds that nothing was measured for, or that change nothing in a program that draws by chance. */
export const seedsIgnored = ({ program, metric, seeds }: FlagScene): Flag[] => {
  const series = seriesOf(program, metric.name)
  const missing = series.flatMap((one) => {
    const lost = seeds.filter((seed) => !one.bySeed.has(seed))
    return lost.length ? [`${metric.name} of ${placeName(one)} was not measured for the seeds ${lost.join(', ')}.`] : []
  })
  const none = seeds.length && !series.length && program.rows.length ? [`${metric.name} was measured for none of the seeds.`] : []
  const fixed =
    draws.test((program.code ?? '').replace(/\blab\.seeds\b|\bseed\s*=\s*seed\b|\bfor \w+ (in|of)\b/g, '')) &&
    series.length > 0 &&
    series.every(({ bySeed }) => isConstant([...bySeed.values()]))
      ? ['The program draws by chance, and its results are the same on every seed.']
      : []
  return [...missing, ...none, ...fixed].map((why) => ({ kind: 'seeds-ignored' as const, why }))
}
