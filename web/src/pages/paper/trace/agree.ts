import type { Fact, How } from './fact.ts'
import { shared, stemsOf } from './words-near.ts'

/**
 * What the words around a numeral say: directly before it, after it up to the next number, close by, in its sentence and the one
 * before, and what heads its column.
 */
export type Surroundings = { before: string; after: string; near: string; sentence: string; earlier: string; head: string }

/** Why a number is taken for what it is: shown to the reader. */
export type Agreement = 'unit' | 'measure' | 'arm' | 'step' | 'kind'
export type Agreed = { on: readonly Agreement[]; score: number; unitBeside: boolean }

/** Words that go with a way of calculating. With `must` a fact counts only beside them. */
const wordsOf: Readonly<Partial<Record<How, { words: RegExp; must: boolean; at?: 'before' | 'near' }>>> = {
  repetition: {
    words:
      /(?:seed|graine|semilla) \d|(?:one|single|best|worst|lowest|highest|smallest|largest) (?:seed|repetition|run|value)|minimum|maximum/i,
    must: true,
  },
  mean: { words: /\bmean|average|media\b|promedio|moyenn/i, must: false },
  sd: { words: /\bsd\b|standard deviation|spread|±|desviaci|écart.type/i, must: true },
  low: { words: /interval|between|\bto\b|…|\bci\b|intervalo|intervalle|low|confidence/i, must: true },
  high: { words: /interval|between|\bto\b|…|\bci\b|intervalo|intervalle|high|confidence/i, must: true },
  difference: {
    words:
      /lower|higher|less|more|differ|gap|gain|better|worse|above|below|improv|reduc|increas|drop|benefit|menor|mayor|mejor|peor|más|menos|diferen|plus|moins|différen|écart/i,
    must: true,
  },
  'difference-low': { words: /interval|between|\bto\b|\bci\b|intervalo|intervalle/i, must: true },
  'difference-high': { words: /interval|between|\bto\b|\bci\b|intervalo|intervalle/i, must: true },
  'difference-width': { words: /\bwide|width|anch|larg/i, must: true },
  dz: { words: /\bdz\b/i, must: true },
  p: { words: /\bp\b[^.;,]{0,12}$/i, must: true, at: 'before' },
  'p-adjusted': { words: /(?:adjust|corrected|ajust|corrig)\S* p\b[^.;,]{0,12}$|\bp\b[^.;,]{0,12}$/i, must: true, at: 'before' },
  'p-signs': { words: /sign pattern|patterns|sign test|patrones|signos|signes/i, must: true },
  'least-p': { words: /patterns|sign test|cannot fall|patrones|signos|signes/i, must: true },
  patterns: { words: /patterns|sign test|cannot fall|patrones|signos|signes/i, must: true, at: 'near' },
  'extreme-patterns': { words: /cannot fall|sign test|patrones|signos|signes/i, must: true, at: 'near' },
  better: { words: /(?:better|worse|lower|higher|wins?) in|\b(?:in|de|sur)\s*$/i, must: true, at: 'before' },
  repetitions: {
    words: /repetition|seed|pair|replicat|\bruns?\b|trial|\bn\b|repetici|semilla|répétition|graine|paire/i,
    must: true,
    at: 'near',
  },
  arms: { words: /\barms?\b|variant|condition|configuration|brazo|variante|condici|bras\b/i, must: true, at: 'near' },
  compared: { words: /\barms?\b|variant|compar|beside|brazo|variante|bras\b/i, must: true, at: 'near' },
  clear: { words: /clear|signific|distinguish|clar|nett/i, must: true, at: 'near' },
  step: {
    words:
      /epoch|step|iteration|round|size|points?\b|examples?\b|samples?\b|draws?\b|evaluations?\b|puntos|muestras|evaluaciones|exemples|échantillons|évaluations|época|paso|itera|pas\b|époque/i,
    must: true,
    at: 'near',
  },
}

const unitWords: Readonly<Record<string, RegExp>> = {
  '%': /%|per ?cent|percentage|points?\b|por ciento|puntos|pour.?cent/i,
  s: /\bs\b|second|segundo|seconde/i,
  ms: /\bms\b|millisecond|milisegundo|milliseconde/i,
}
const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const unitPattern = (unit: string): RegExp =>
  (Object.hasOwn(unitWords, unit) ? unitWords[unit] : undefined) ?? new RegExp(`(?<!\\p{L})${escaped(unit)}(?!\\p{L})`, 'iu')

const zero = /(?<!\p{L})(?:no|none|without|zero|sin|ningún|sans|aucun)(?!\p{L})/iu

/** All words of the arm's name stand there, and its numbers; `x=0` may be told as `no x`. */
const namesArm = (arm: string, text: string): boolean => {
  const stems = stemsOf(arm)
  if (shared(stems, stemsOf(text)).length < stems.size) return false
  const numbers = arm.match(/\d+(?:\.\d+)?/g) ?? []
  if (stems.size === 0 && numbers.length === 0) return false
  return numbers.every((digits) =>
    Number(digits) === 0
      ? zero.test(text) || /(?<![\d.])0(?![\d.])/.test(text)
      : new RegExp(`(?<![\\d.])${escaped(digits)}(?![\\d]|\\.\\d)`).test(text),
  )
}

const namesMeasure = (measure: string, text: string): boolean => {
  const stems = stemsOf(measure.replace(/-by-.*$/, ''))
  return stems.size > 0 && shared(stems, stemsOf(text)).length === stems.size
}

/** 0 where the word for this kind of number is missing; the nearer it stands, the more. */
const toldBy = ({ words, at }: { words: RegExp; at?: 'before' | 'near' }, around: Surroundings): number => {
  const { before, after, near, sentence, earlier, head } = around
  // A cell of a table has nothing before it but the name of its column.
  if (at === 'before') return words.test(before.trim() === '' ? (head.split(' | ')[0] ?? '') : before) ? 1 : 0
  if (at !== 'near') return words.test(`${sentence} ${head}`) ? 1 : 0
  if (words.test(after.slice(0, 20)) || words.test(head)) return 4
  if (words.test(near)) return 2
  return words.test(earlier) ? 0.5 : 0
}

/**
 * How far the words around a numeral say that it is this fact; undefined where they cannot. Two numbers of many hundreds are
 * often equal by chance, so an equal value alone is never enough.
 */
export const agreementOf = (fact: Fact, around: Surroundings): Agreed | undefined => {
  const { after, sentence, head } = around
  const text = `${sentence} ${head}`
  const kind = wordsOf[fact.how]
  const told = kind ? toldBy(kind, around) : 0
  if (kind?.must && told === 0) return undefined
  const unitBeside = fact.unit !== null && unitPattern(fact.unit).test(after)
  const arms = fact.arms.filter((arm) => namesArm(arm, text)).length
  const on: Agreement[] = [
    ...(unitBeside || (fact.unit !== null && unitPattern(fact.unit).test(text)) ? (['unit'] as const) : []),
    ...(fact.measure !== null && namesMeasure(fact.measure, text) ? (['measure'] as const) : []),
    ...(arms > 0 && arms === fact.arms.length ? (['arm'] as const) : []),
    ...(fact.step !== null && new RegExp(`(?<![\\d.])${fact.step}(?![\\d.])`).test(text) ? (['step'] as const) : []),
    ...(told > 0 ? (['kind'] as const) : []),
  ]
  const alongUnsaid = fact.step !== null && fact.how !== 'step' && !on.includes('step') ? 1.5 : 0
  return { on, score: on.length + told - 1 + (unitBeside ? 1 : 0) + (on.includes('arm') ? 1 : 0) - alongUnsaid, unitBeside }
}
