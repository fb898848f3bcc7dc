import type { RoleName } from '../../../../src/core/names.ts'
import type { DoneTurnView, ViewerState } from '../../../../src/core/viewer/viewer-state.ts'
import { plainWords } from '../../words/plain-words.ts'
import { spokenOf } from './reply-parts.ts'

/**
 * A turn whose words are shown. `reply` is the answer as far as it is there. `comes`: it is still being said, so its end is
 * what is new; else it is the beginning of the whole. `live`: the turn is open.
 */
export type SpokenTurnView = {
  turn: string
  role: RoleName
  seat: number
  ask: string
  seq: number
  reply: string
  comes: boolean
  live: boolean
}

/** The words of a reply in one line, without the marks of Markdown. */
export const replyHead = (reply: string): string => spokenOf(reply).words.map(plainWords).join(' ')

const openTurns = ({ people }: ViewerState, speaking: ReadonlyMap<string, string>): readonly SpokenTurnView[] =>
  people.flatMap(({ role, open }) =>
    open.map(({ turn, seat, ask, seq, said }) => ({
      turn,
      role,
      seat,
      ask,
      seq,
      reply: said ?? speaking.get(turn) ?? '',
      comes: said === null,
      live: true,
    })),
  )

const lastTurn = ({ people }: ViewerState): SpokenTurnView | undefined => {
  const [latest] = people.flatMap(({ role, last }) => (last ? [{ role, last }] : [])).toSorted((a, b) => b.last.seq - a.last.seq)
  if (!latest) return undefined
  const { turn, seat, ask, seq, said } = latest.last
  return { turn, role: latest.role, seat, ask, seq, reply: said, comes: false, live: false }
}

/** Who speaks: everyone with a turn, in the order of the roles, so that nobody changes place meanwhile; else whoever spoke last. */
export const speechOf = (state: ViewerState, speaking: ReadonlyMap<string, string>): readonly SpokenTurnView[] => {
  const open = openTurns(state, speaking)
  if (open.length > 0) return open
  const last = lastTurn(state)
  return last ? [last] : []
}

/** What was said before that, one line for each role, the newest first. */
export const saidBefore = ({ people }: ViewerState, shown: ReadonlySet<string>): readonly { role: RoleName; last: DoneTurnView }[] =>
  people
    .flatMap(({ role, last }) => (last && !shown.has(last.turn) && replyHead(last.said) !== '' ? [{ role, last }] : []))
    .toSorted((a, b) => b.last.seq - a.last.seq)
    .slice(0, 3)
