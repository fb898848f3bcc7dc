import { fieldsIn, headIn, listIn, oneOf } from './fields.ts'
import type { FlagView } from './viewer-state.ts'

const kinds = [
  'identical-program',
  'identical-results',
  'constant',
  'not-finite',
  'too-good',
  'seeds-ignored',
  'leak',
] as const satisfies readonly FlagView['kind'][]

/** The reasons to doubt a program's numbers: the first of each kind, so that they are never many. */
export const flagsIn = (value: unknown): readonly FlagView[] => {
  const found = new Map<FlagView['kind'], FlagView>()
  for (const entry of listIn(value)) {
    const { kind: named, why } = fieldsIn(entry)
    const kind = oneOf(named, kinds)
    if (kind && !found.has(kind)) found.set(kind, { kind, why: headIn(why) })
  }
  return [...found.values()]
}
