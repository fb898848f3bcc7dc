import { choicesIn, type Offered } from '../agents/offer.ts'
import { messagesFor } from '../agents/request.ts'
import type { ReadonlyState, ReadonlyTurn } from '../core/state.ts'
import type { ReadText, Text } from '../core/text.ts'

type Phase = NonNullable<ReadonlyState['phase']>

/** Characters of a title that stands beside an id. */
const titleChars = 48

/** All that somebody has before them when they are told something next. */
const before = (phase: Phase, last: ReadonlyTurn | undefined, readText: ReadText): string =>
  last === undefined
    ? ''
    : [...messagesFor(phase, last, readText).map(({ text }) => text), readText((last.end?.result ?? '') as Text)].join('\n')

/** Papers that can be named now and that this person has not been shown, or not since older turns were told in short: id and title. */
export const unseenPapers = (
  offered: readonly Offered[],
  { found, phase }: ReadonlyState,
  last: ReadonlyTurn | undefined,
  readText: ReadText,
): string[] => {
  const ids = [...new Set(offered.flatMap(({ forms }) => choicesIn(forms, 'id')))]
  if (!phase || ids.length === 0) return []
  const seen = before(phase, last, readText)
  return ids.filter((id) => !seen.includes(id)).map((id) => `${id} | ${(found[id]?.title ?? '').slice(0, titleChars)}`)
}
