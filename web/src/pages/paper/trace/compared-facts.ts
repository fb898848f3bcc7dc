import { clearBelow, holm, mostFlips, pairedTest, signFlipP } from '../../../../../src/models/rehearsal/statistics.ts'
import { mean, sd, tInterval } from '../../../../../src/report/interval.ts'
import { type Fact, type FactRow, type How, shownValue } from './fact.ts'
import { pairsOf, type Series } from './series.ts'

type Pair = { base: Series; arm: Series; differences: number[]; rows: FactRow[]; p: number | undefined }

const pairOf = (base: Series, arm: Series): Pair => {
  const pairs = pairsOf(arm, base)
  const differences = pairs.map(({ one, other }) => one - other)
  const test = pairedTest(differences)
  return {
    base,
    arm,
    differences,
    rows: pairs.map(({ seed, one, other }) => ({ seed, arm: arm.arm, value: one, other })),
    p: test.kind === 'tested' ? test.p : undefined,
  }
}

const nameOf = ({ arm }: Series): string => arm ?? ''

const factOf = (program: string, { base, arm, rows }: Pair, how: How, value: number | undefined, formula: string, exact = false): Fact[] =>
  value === undefined || !Number.isFinite(value)
    ? []
    : [
        {
          kind: 'derived',
          how,
          value,
          formula,
          exact,
          rows,
          program,
          measure: arm.name,
          split: arm.split,
          unit: arm.unit,
          step: arm.step,
          arms: [nameOf(arm), nameOf(base)],
          unsigned: how === 'dz' || how.startsWith('difference'),
        },
      ]

const meanOf = ({ rows }: Series): number => mean(rows.map(({ value }) => value))

/** Two arms held against one another: the mean difference, paired by seed where seeds are known, and what bounds it. */
const pairFacts = (program: string, pair: Pair): Fact[] => {
  const { base, arm, differences, p } = pair
  const n = differences.length
  const difference = n > 0 ? mean(differences) : meanOf(arm) - meanOf(base)
  const sum = `${shownValue(meanOf(arm))} − ${shownValue(meanOf(base))}`
  const interval = n > 1 ? tInterval(differences) : undefined
  const spread = sd(differences)
  const half = interval ? shownValue((interval.high - interval.low) / 2) : ''
  const fact = (how: How, value: number | undefined, formula: string, exact?: boolean) => factOf(program, pair, how, value, formula, exact)
  return [
    ...fact('difference', difference, `${sum} = ${shownValue(difference)}`),
    ...fact('difference-low', interval?.low, `${shownValue(difference)} − ${half}`),
    ...fact('difference-high', interval?.high, `${shownValue(difference)} + ${half}`),
    ...fact(
      'difference-width',
      interval && interval.high - interval.low,
      interval ? `${shownValue(interval.high)} − ${shownValue(interval.low)}` : '',
    ),
    ...fact('dz', spread ? difference / spread : undefined, `${shownValue(difference)} / ${shownValue(spread ?? 0)}`),
    ...fact('p', p, `t = d̄ · √${n} / sd(d), ${n - 1} df`),
    ...(arm.step === null ? fact('p-signs', signFlipP(differences), `2^${n} patterns`) : []),
    ...(n > 0 ? fact('better', differences.filter((d) => d < 0).length, 'd < 0', true) : []),
    ...(n > 0 ? fact('better', differences.filter((d) => d > 0).length, 'd > 0', true) : []),
  ]
}

/** All arms against one of them, p-values adjusted for that many comparisons. */
const familyFacts = (program: string, base: Series, group: readonly Series[]): Fact[] => {
  const tested = group.filter((arm) => arm !== base).map((arm) => pairOf(base, arm))
  const known = tested.flatMap((pair) => (pair.p === undefined ? [] : [{ pair, p: pair.p }]))
  const adjusted = holm(known.map(({ p }) => p))
  const clear = adjusted.filter((p) => p < clearBelow).length
  const [first] = known
  return [
    ...known.flatMap(({ pair, p }, place) =>
      factOf(program, pair, 'p-adjusted', adjusted[place], `p = ${shownValue(p)}; Holm, ${known.length} comparisons`),
    ),
    ...(first && base === group[0] ? factOf(program, first.pair, 'clear', clear, `adjusted p < ${clearBelow}`, true) : []),
  ]
}

/** For n pairs every difference may have either sign: 2ⁿ patterns, of which two are the most extreme. */
const patternFacts = (program: string, pair: Pair | undefined): Fact[] => {
  const n = pair?.differences.length ?? 0
  if (!pair || n === 0 || n > mostFlips) return []
  return [
    ...factOf(program, pair, 'patterns', 2 ** n, `2^${n}`, true),
    ...factOf(program, pair, 'extreme-patterns', 2, '', true),
    ...factOf(program, pair, 'least-p', 2 / 2 ** n, `2 / 2^${n}`),
  ]
}

/** What the others are compared with: the arm that was reported first, or one that is called so. */
const isBaseline = ({ arm }: Series, place: number): boolean => place === 0 || /^(?:base|control|default|vanilla|standard)/i.test(arm ?? '')

/** What the arms of one measure give when they are held against one another. */
export const comparedFacts = (program: string, group: readonly Series[]): Fact[] => {
  const pairs = group.flatMap((base, place) => group.slice(place + 1).map((arm) => pairOf(base, arm)))
  const whole = group[0]?.step === null
  return [
    ...pairs.flatMap((pair) => pairFacts(program, pair)),
    ...(whole ? group.filter(isBaseline).flatMap((base) => familyFacts(program, base, group)) : []),
    ...(whole ? patternFacts(program, pairs[0]) : []),
  ]
}
