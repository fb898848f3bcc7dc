import type { OpenTurnView, PersonView } from './viewer-state.ts'

type People = readonly PersonView[]

const withoutHeld = ({ held: _, ...person }: PersonView): PersonView => person

/** Nobody has a turn any more: the phase or the run is over. */
export const letGoOfTurns = (people: People): People =>
  people.map((person) => (person.open.length || person.held ? { ...withoutHeld(person), open: [] } : person))

/** The driver let go: nobody is at work, but the turns are not lost. */
export const putTurnsAside = (people: People): People =>
  people.map((person) => (person.open.length ? { ...person, open: [], held: [...(person.held ?? []), ...person.open] } : person))

/** A turn without an answer is asked again, and an answer that is there is carried out again. */
const takenUp = (turn: OpenTurnView, { since, seq }: Pick<OpenTurnView, 'since' | 'seq'>): OpenTurnView => ({
  ...turn,
  doing: turn.said === null ? 'thinking' : 'acting',
  since,
  seq,
  fault: null,
})

/** A driver took the run up: whoever had a turn, put aside or left open by a driver that died, is at work again from now. */
export const takeUpTurns = (people: People, from: Pick<OpenTurnView, 'since' | 'seq'>): People =>
  people.map((person) => {
    const turns = [...(person.held ?? []), ...person.open]
    return turns.length ? { ...withoutHeld(person), open: turns.map((turn) => takenUp(turn, from)) } : person
  })
