import { z } from 'zod'
import { httpLimits } from '../http/limits.ts'
import { aguiLimits } from './limits.ts'

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Why a list is not looked at entry by entry; undefined when it is. */
const refusalOf = (values: readonly unknown[], most: number): string | undefined => {
  if (values.length > most) return `has ${values.length} entries, and there may be ${most}`
  if (!values.every(isObject)) return 'has an entry that is no object'
  const long = values.some((value) => Object.values(value).some((inner) => Array.isArray(inner) && inner.length > aguiLimits.entries))
  return long ? `has an entry with a list of more than ${aguiLimits.entries}` : undefined
}

/**
 * A list of objects that is refused cheaply: a schema alone tells of each of a million wrong entries. Its length is looked at first, and
 * no more entries once enough is known to be wrong.
 */
export const listOf = <Entry>(entry: z.ZodType<Entry>, most: number) =>
  z.unknown().transform((values, context): Entry[] => {
    const refused = (message: string): never => {
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    if (!Array.isArray(values)) return refused('is no list')
    const why = refusalOf(values, most)
    if (why !== undefined) return refused(why)
    const read: Entry[] = []
    let wrong = 0
    for (const [place, value] of values.entries()) {
      const { data, error, success } = entry.safeParse(value)
      if (success) read.push(data)
      for (const { message, path } of error?.issues.slice(0, httpLimits.issues - wrong) ?? []) {
        context.addIssue({ code: 'custom', message, path: [place, ...path] })
        wrong += 1
      }
      if (wrong >= httpLimits.issues) break
    }
    return read
  })
