import { httpLimits } from './limits.ts'
import { HttpError } from './problem.ts'

/** @param levels how many more levels of objects and lists there may be */
export const isWithin = (value: unknown, levels: number): boolean =>
  value === null || typeof value !== 'object' || (levels > 0 && Object.values(value).every((inner) => isWithin(inner, levels - 1)))

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new HttpError('bad-request', `the body is not JSON: ${error instanceof Error ? error.message : error}`)
  }
}

/** The value of a JSON body; nothing for an empty one, so that a request that needs no body may name its type. Throws HttpError. */
export const readJson = (text: string): unknown => {
  if (text.trim() === '') return undefined
  const value = parsed(text)
  if (!isWithin(value, httpLimits.depth)) throw new HttpError('too-deep', `the body is nested deeper than ${httpLimits.depth} levels`)
  return value
}
