import type { ReadonlyAttempt, ReadonlyState } from '../core/state.ts'
import type { ReadText } from '../core/text.ts'
import type { Labels } from './labels/index.ts'
import { numeral } from './numeral.ts'
import { plain, plainHead, withoutEmphasis } from './plain.ts'
import { measureName } from './results-table.ts'
import { reviewsOf } from './reviews.ts'
import { primaryOf, summariesOf } from './summary.ts'
import { attemptsOf, winnerOf } from './winner.ts'

const headChars = 400

/** Only as much is searched for marks as can be shown. */
const planHead = (plan: string): string => plainHead(withoutEmphasis(plan.slice(0, 4 * headChars)), headChars)

const resultOf = (attempt: ReadonlyAttempt, labels: Labels): string => {
  const winner = winnerOf(attempt)
  const rows = primaryOf(summariesOf(winner?.metrics ?? []))
  const [first] = rows
  if (!winner || !first) return labels.attempt.none
  const means = rows.map(({ arm, mean }) => `${plain(arm ?? labels.allRuns)} ${numeral(mean)}`).join('; ')
  return `${plain(measureName(first))}: ${means}. *${labels.evidence}: ${winner.id}*`
}

const tell = (number: number, attempt: ReadonlyAttempt, labels: Labels, readText: ReadText): string => {
  const { plan, decision } = attempt
  const { attempt: words } = labels
  const facts = {
    [words.plan]: plan === undefined ? words.none : planHead(readText(plan)),
    [words.result]: resultOf(attempt, labels),
    [words.scores]:
      reviewsOf(attempt)
        .map(({ score }) => numeral(score))
        .join(', ') || words.none,
    ...(decision?.kind === 'revise' ? { [words.back]: plain(decision.why) } : {}),
  }
  const lines = Object.entries(facts).map(([name, fact]) => `- **${name}**: ${fact}`)
  return `### ${words.head(number)}\n\n${lines.join('\n')}`
}

/** The attempts that the report is not about: what was planned, what came of it, and why the lab planned again. */
export const renderAttempts = (state: ReadonlyState, shown: number, labels: Labels, readText: ReadText): string[] =>
  attemptsOf(state)
    .filter(({ number }) => number !== shown)
    .map(({ number, attempt }) => tell(number, attempt, labels, readText))
