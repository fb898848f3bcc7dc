import type { ReviewForm } from '../review.ts'
import { fieldsIn, numberOrNull, oneOf, stringIn } from './fields.ts'

const words = ['summary', 'strengths', 'weaknesses', 'questions', 'limitations'] as const
const marks = [
  'originality',
  'quality',
  'clarity',
  'significance',
  'soundness',
  'presentation',
  'contribution',
  'overall',
  'confidence',
] as const

const record = <Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value): Record<Key, Value> =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>

/** A filled form; undefined when marks or the decision are missing, because none may be made up. */
export const reviewFormIn = (value: unknown): ReviewForm | undefined => {
  const fields = fieldsIn(value)
  const decision = oneOf(fields.decision, ['accept', 'reject'])
  if (!decision || marks.some((mark) => numberOrNull(fields[mark]) === null)) return undefined
  return {
    ...record(words, (key) => stringIn(fields[key])),
    ...record(marks, (key) => numberOrNull(fields[key]) ?? 0),
    'ethical-concerns': fields['ethical-concerns'] === true,
    decision,
  }
}
