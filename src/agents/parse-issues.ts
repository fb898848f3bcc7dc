import { z } from 'zod'
import { nearestOf } from '../core/nearest.ts'
import { choicesIn, type Offered } from './offer.ts'

type Issue = z.core.$ZodIssue

/** Ids that are named to whoever gave another one. */
const named = 5

const show = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? 'nothing'

/** What is said of a value that is none of those that can be chosen. */
const notThere = (key: string, given: unknown, choices: readonly string[]): string => {
  const near = typeof given === 'string' ? nearestOf(given, choices, named) : choices.slice(0, named)
  const more = choices.length > near.length ? `the nearest of ${choices.length} are` : 'there is'
  return `${key}: there is no ${show(given)} to choose; ${more} ${near.join(', ')}`
}

const say = ({ forms }: Offered, args: Record<string, unknown>, issue: Issue): string => {
  const key = String(issue.path[0] ?? '')
  const choices = issue.path.length === 1 ? choicesIn(forms, key) : []
  if (choices.length) return notThere(key, args[key], choices)
  return z.prettifyError(new z.ZodError([issue])).replaceAll('\n', ' ')
}

/** What is wrong with arguments, in one line: told of the form that they come nearest to. */
export const issuesOf = (offered: Offered, args: Record<string, unknown>): string => {
  const tries = offered.forms.map((form) => form.safeParse(args).error?.issues ?? [])
  const best = tries.reduce((least, issues) => (issues.length < least.length ? issues : least), tries[0] ?? [])
  return best.map((issue) => say(offered, args, issue)).join('; ')
}
