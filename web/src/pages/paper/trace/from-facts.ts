import { type Agreed, agreementOf, type Surroundings } from './agree.ts'
import type { Fact } from './fact.ts'
import { type Numeral, type Reading, shows } from './numeral.ts'
import type { Registry } from './registry.ts'
import type { Source } from './source.ts'

export type Candidate = { source: Source; score: number }

/** A share may be told in per cent, and the other way round. */
const factors = ({ percent }: Numeral, { unit }: Fact, after: string): number[] => {
  if (unit === null && percent) return [1, 100]
  if (unit === '%' && !percent && !/%|per ?cent|points?\b/i.test(after)) return [1, 0.01]
  return [1]
}

const equals = (numeral: Numeral, reading: Reading, fact: Fact, after: string): boolean =>
  factors(numeral, fact, after).some((factor) => {
    const value = fact.value * factor
    if (fact.exact) return reading.value === value
    return shows(reading, value) || (fact.unsigned && shows(reading, -value))
  })

const probabilities = new Set(['p', 'p-adjusted', 'p-signs'])

/** In how many ways words can say that it is this fact. */
const nameable = ({ unit, measure, arms }: Fact): number =>
  Math.max(1, [unit !== null, measure !== null, arms.length > 0].filter(Boolean).length)

/** The fewer digits, the more must agree. */
const isEnough = (fact: Fact, digits: number, { on, unitBeside }: Agreed): boolean => {
  const named = on.filter((word) => word !== 'kind').length
  if (fact.how === 'arm' || fact.how === 'better') return on.includes('arm')
  if (fact.exact) return true
  if (probabilities.has(fact.how) || fact.how === 'least-p') return on.includes('kind')
  if (digits >= 4) return named >= 1
  if (digits === 3) return named + (on.includes('arm') && on.includes('kind') ? 1 : 0) >= Math.min(2, nameable(fact)) || unitBeside
  return unitBeside && named >= 2
}

/** A text that speaks of adjusted p-values gives those. */
const adjusted = /adjusted|corrected|ajustad|corregid|ajusté|corrigé/i

const below = (numeral: Numeral, fact: Fact): boolean =>
  probabilities.has(fact.how) && numeral.readings.some(({ value }) => fact.value < value)

const factCandidate = (numeral: Numeral, fact: Fact, around: Surroundings, rank: number): Candidate[] => {
  const reading = numeral.readings.find((one) => equals(numeral, one, fact, around.after))
  const bounds = numeral.below && below(numeral, fact)
  if (!bounds && (!reading || numeral.below)) return []
  const agreed = agreementOf(fact, around)
  if (!agreed || !isEnough(fact, reading?.digits ?? 1, agreed)) return []
  if (bounds && !agreed.on.includes('arm') && fact.how !== 'p-signs') return []
  if (fact.how === 'p' && adjusted.test(around.sentence)) return []
  return [{ source: { type: 'fact', fact, agrees: agreed.on }, score: agreed.score - rank }]
}

/** Programs that a number may have been measured by: those that the block names, then the final runs. Each place costs a little. */
export const factCandidates = (numeral: Numeral, evidence: readonly string[], registry: Registry, around: Surroundings): Candidate[] =>
  [...new Set([...evidence, ...registry.finals])].flatMap((program, place) =>
    registry.factsOf(program).flatMap((fact) => factCandidate(numeral, fact, around, 1.5 * place)),
  )
