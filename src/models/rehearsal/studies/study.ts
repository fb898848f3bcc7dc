import { z } from 'zod'

const studyNames = ['label-smoothing', 'step-size', 'regularisation', 'neighbours', 'variance-reduction'] as const
export type StudyName = (typeof studyNames)[number]

/** Seeds of the repetitions: at least five, each once. */
export const seeds = z
  .array(z.int().min(0).max(0xffffffff))
  .min(5)
  .max(24)
  .refine((values) => new Set(values).size === values.length, 'each seed once')

/** Two to six different values, the first of them the baseline and the second the one that the hypothesis is about. */
export const distinct = <Value extends z.ZodType<number | string>>(value: Value) =>
  z
    .array(value)
    .min(2)
    .max(6)
    .refine((values) => new Set(values).size === values.length, 'each value once')

/** What a study measures. `decimals` is how finely people are told of it. No unit: a bare number. */
export type Measure = { name: string; unit?: string; better: 'higher' | 'lower'; decimals: number }

/** A study's settings, valid under its schema: every program of the study is its template with one of these in front. */
export type Settings = { readonly study: StudyName; readonly seeds: readonly number[] } & Readonly<Record<string, unknown>>

/** What people are told of a study in one language. Arms are named so that they follow "with". */
export type StudyWords = {
  title: string
  question: string
  /** The thing studied, as a noun: "label smoothing". */
  subject: string
  importance: string
  /** The expectation that the second arm is better than the first, as a clause after "that". */
  hypothesis: string
  background: string
  data: string
  procedure: string
  /** The primary measure as a noun after "the". */
  measure: string
  measureMeaning: string
  /** Nouns without article for the measures that are described and not tested. */
  others: Readonly<Record<string, string>>
  /** What the curve runs along, as the title of an axis. */
  step: string
  limits: string
  next: string
  arm(arm: string): string
  /** A place on the curve, after "at": "epoch 4". */
  at(step: number): string
}

/**
 * A study that a rehearsal can carry out: a program template, what may be set in it, and what it measures.
 * The schema holds bounded numbers, lists of them and fixed words only, so that nothing else can get into a program.
 */
export type Study<Schema extends z.ZodObject = z.ZodObject> = {
  name: StudyName
  settings: Schema
  /** The settings that the data set depends on: the only ones that dataset.mjs is given. */
  dataKeys: readonly (keyof z.infer<Schema> & string)[]
  /** A first look at the question. */
  pilot: Omit<z.infer<Schema>, 'study' | 'seeds'>
  /** The answer to reviewers: everything of the pilot and one more arm. */
  further: Omit<z.infer<Schema>, 'study' | 'seeds'>
  /** The setting that lists the arms. */
  armsIn: keyof z.infer<Schema> & string
  /** One more value for that setting, which no plan names: for an engineer who wonders. */
  probe: number | string
  /** As the program names them: the baseline first, then the one that the hypothesis is about. */
  arms(settings: z.infer<Schema>): string[]
  primary: Measure
  /** Measured beside the primary one, described and never tested. */
  others: readonly Measure[]
  curve: { name: string; unit?: string }
  /** A line of the program, and what stands in its place in the variant with a bug. */
  defect: { sound: string; broken: string }
  /** Groups of words, in every language that topics come in; a topic that holds all words of a group is this study's own. */
  subjects: readonly string[]
  /** Words that bring a topic nearer to this study, under how much they do. */
  kindred: Readonly<Record<number, string>>
  words: { en(settings: z.infer<Schema>): StudyWords }
}

export const defineStudy = <Schema extends z.ZodObject>(study: Study<Schema>) => study as unknown as AnyStudy

/** A study whose settings are known to be valid, but not of which study they are. */
export type AnyStudy = Omit<Study, 'arms' | 'words' | 'pilot' | 'further'> & {
  pilot: Readonly<Record<string, unknown>>
  further: Readonly<Record<string, unknown>>
  arms(settings: Settings): string[]
  words: { en(settings: Settings): StudyWords }
}

/** The settings when they are valid for the study, else undefined. */
export const parseSettings = (study: AnyStudy, value: unknown): Settings | undefined =>
  study.settings.safeParse(value).data as Settings | undefined
