import { roleNames } from '../names.ts'
import type { Effects } from './entry.ts'
import { fieldsIn, headIn, idIn, numberIn, oneOf, stringIn, stringOrNull } from './fields.ts'
import { replaced } from './list.ts'
import { marked } from './mark.ts'
import { addUsage, spendUsage } from './measure.ts'
import type { OpenTurnView, PersonView, ViewerState } from './viewer-state.ts'

/** Changes whoever has the turn before them; nobody when it is not open. */
const withTurn = (state: ViewerState, id: unknown, change: (person: PersonView, open: OpenTurnView) => PersonView): ViewerState => {
  const place = state.people.findIndex(({ open }) => open.some(({ turn }) => turn === id))
  const open = state.people[place]?.open.findLast(({ turn }) => turn === id)
  return open ? { ...state, people: replaced(state.people, place, (person) => change(person, open)) } : state
}

const withOpen = (person: PersonView, turn: OpenTurnView, change: Partial<OpenTurnView>): PersonView => ({
  ...person,
  open: person.open.map((other) => (other === turn ? { ...turn, ...change } : other)),
})

/** One turn more in the phase at work. */
const counted = ({ phase, phases }: ViewerState): ViewerState['phases'] =>
  phases.map((view) =>
    view.name === phase
      ? { ...view, attempts: replaced(view.attempts, view.attempts.length - 1, (last) => ({ ...last, turns: last.turns + 1 })) }
      : view,
  )

export const turnEffects = {
  'turn-start': (state, data, { seq, at }) => {
    const turn = idIn(data.id)
    const role = oneOf(data.role, roleNames)
    if (!turn || !role) return state
    const opened: OpenTurnView = {
      turn,
      seat: numberIn(data.seat),
      ask: stringIn(data.ask),
      doing: 'thinking',
      since: at,
      seq,
      said: null,
      fault: null,
    }
    return {
      ...state,
      phases: counted(state),
      people: state.people.map((person) =>
        person.role === role ? { ...person, turns: person.turns + 1, open: [...person.open, opened] } : person,
      ),
    }
  },
  'turn-reply': (state, data, { seq, at }) => {
    const { input, output, cost } = fieldsIn(data.usage)
    const usage = { input: numberIn(input), output: numberIn(output), cost: numberIn(cost) }
    const said = headIn(data.text)
    return withTurn(spendUsage(state, usage), data.id, (person, open) => ({
      ...withOpen(person, open, { doing: 'acting', since: at, seq, said, fault: null }),
      spent: addUsage(person.spent, usage),
    }))
  },
  'turn-fault': (state, data, entry) => {
    const fault = headIn(fieldsIn(data.fault).message)
    const { seq, at: since } = entry
    return marked(
      withTurn(state, data.id, (person, open) => withOpen(person, open, { doing: 'failing', since, seq, fault })),
      entry,
      'fault',
      fault,
    )
  },
  'turn-end': (state, data, { seq, at }) =>
    withTurn(state, data.id, (person, open) => ({
      ...person,
      open: person.open.filter((other) => other !== open),
      last: {
        turn: open.turn,
        seat: open.seat,
        ask: open.ask,
        seq,
        at,
        said: open.said ?? '',
        command: stringOrNull(data.command) || null,
        ok: data.ok === true,
        fallback: data.fallback === true,
      },
    })),
} satisfies Effects
