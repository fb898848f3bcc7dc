import { z } from 'zod'
import type { Metric } from './metric.ts'

const arm = z.string().trim().min(1).max(80)

/** What a plan binds the lab to, beside its prose: fixed before anything is measured, and held against what was measured. */
export const contract = z.strictObject({
  hypotheses: z.array(z.string().trim().min(10).max(300)).min(1).max(3).describe('each can turn out wrong'),
  metric: z.string().trim().min(1).max(80).describe('name of the one measure that decides, as programs report it'),
  goal: z.enum(['max', 'min']).describe('whether more of it is better, or less'),
  unit: z.string().trim().min(1).max(20).optional().describe('of the measure; none for a bare ratio'),
  proposed: arm.describe('the arm that the hypotheses are about'),
  baselines: z.array(arm).min(1).max(6).describe('arms that it is compared with'),
  ablations: z.array(arm).max(6).describe('arms that leave a part of it out; may be empty'),
  datasets: z.array(z.string().trim().min(1).max(200)).min(1).max(6).describe('what the data are'),
  repetitions: z.int().min(3).max(30).describe('seeds that every arm is measured on'),
  evaluation: z
    .enum(['self-reported', 'hold-out'])
    .describe(
      'hold-out: the lab keeps the labels of a part of the data and scores predictions itself; else the programs report their own measures',
    ),
})
export type Contract = z.infer<typeof contract>

/** What the lab can score itself, where it keeps the labels. */
export const heldOutMetrics: readonly string[] = ['accuracy', 'balanced-accuracy', 'f1-macro', 'rmse', 'mae', 'r2']

type Arms = Pick<Contract, 'proposed' | 'baselines' | 'ablations'>

/** The same terms with every arm named once: what is proposed is no baseline of itself, and a baseline no ablation. */
export const withEachArmOnce = <Named extends Arms>(terms: Named): Named => {
  const baselines = [...new Set(terms.baselines)].filter((arm) => arm !== terms.proposed)
  const ablations = [...new Set(terms.ablations)].filter((arm) => arm !== terms.proposed && !baselines.includes(arm))
  return { ...terms, baselines, ablations }
}

/** Why no study could be held to these terms, in one sentence; nothing when they are sound. */
export const contractFlaw = (terms: Arms & Pick<Contract, 'evaluation' | 'metric'>): string | undefined => {
  if (terms.evaluation === 'hold-out' && !heldOutMetrics.includes(terms.metric))
    return `The lab itself scores ${heldOutMetrics.join(', ')}; with another measure than these the evaluation is self-reported.`
  return withEachArmOnce(terms).baselines.length ? undefined : `The arm "${terms.proposed}" is compared with itself alone: name a baseline.`
}

/** Where what was measured falls short of the contract. Names of arms, or numbers. */
export type Breach =
  | { kind: 'metric'; name: string }
  | { kind: 'baselines' | 'ablations' | 'proposed'; arms: string[] }
  | { kind: 'repetitions'; wanted: number; least: number }

type Terms = { readonly [Key in keyof Contract]: Contract[Key] extends string[] ? readonly string[] : Contract[Key] }
type Measured = Readonly<
  Pick<Metric, 'name' | 'value'> & {
    arm?: string | undefined
    seed?: number | undefined
    split?: string | undefined
    by?: 'gal' | undefined
  }
>

/**
 * The measurements of the metric that decides: never of training data; those that the lab made itself where there are such, and of
 * them those of test data where it has been scored.
 */
export const deciding = <Row extends Measured>(terms: Pick<Terms, 'metric'>, rows: readonly Row[]): Row[] => {
  const all = rows.filter(({ name, split }) => name === terms.metric && split !== 'train')
  const own = all.filter(({ by }) => by === 'gal')
  const named = own.length ? own : all
  const tested = named.filter(({ split }) => split === 'test')
  return tested.length ? tested : named
}

/** Every point in which the measurements of the winner's last run fall short of the contract. */
export const breaches = (terms: Terms, rows: readonly Measured[]): Breach[] => {
  const measured = deciding(terms, rows)
  if (measured.length === 0) return [{ kind: 'metric', name: terms.metric }]
  const arms = new Set(measured.map(({ arm: name }) => name))
  const absent = (names: readonly string[]) => names.filter((name) => !arms.has(name))
  // A program that compares nothing names no arm: what it measured is the proposed one.
  const proposed = arms.size === 1 && arms.has(undefined) ? [] : absent([terms.proposed])
  const counts = [...arms].map((name) => new Set(measured.filter((row) => row.arm === name).map(({ seed }) => seed)).size)
  const least = Math.min(...counts)
  return [
    ...(proposed.length ? [{ kind: 'proposed' as const, arms: proposed }] : []),
    ...(absent(terms.baselines).length ? [{ kind: 'baselines' as const, arms: absent(terms.baselines) }] : []),
    ...(absent(terms.ablations).length ? [{ kind: 'ablations' as const, arms: absent(terms.ablations) }] : []),
    ...(least < terms.repetitions ? [{ kind: 'repetitions' as const, wanted: terms.repetitions, least }] : []),
  ]
}

/** A breach in a sentence, as a phase gives it as a reason. */
export const breachText = (breach: Breach): string => {
  if (breach.kind === 'metric') return `the plan's measure ${breach.name} was not measured`
  if (breach.kind === 'repetitions') return `the plan asks for ${breach.wanted} repetitions, and an arm was measured on ${breach.least}`
  const what = breach.kind === 'proposed' ? 'proposed arm was' : `${breach.kind} were`
  return `the plan's ${what} not measured: ${breach.arms.join(', ')}`
}
