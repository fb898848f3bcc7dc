import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { fault } from '../fault.ts'
import { roleNames } from '../names.ts'
import { phaseSpent, phaseTally, type RunState, type Tally, type Turn } from '../state.ts'
import { text } from '../text.ts'

const id = z.string().describe('phase.attempt.step.place: the same after a restart, so effects can be done once')

const turnOf = (state: RunState, turn: string): Turn | undefined => state.phase?.turns.findLast((candidate) => candidate.id === turn)

/** Counts a turn as it ended. One that was malformed at first counts with its repair. */
const countEnd = (tally: Tally, { id, repairs, end }: Turn): void => {
  if (repairs === undefined) tally.turns += 1
  if (end?.fallback) tally.chosen.push(id)
  else if (repairs !== undefined && end?.command !== undefined) tally.repaired += 1
  else if (repairs !== undefined) tally.nothing += 1
}

export const turnEvents = {
  'turn-start': defineEvent({
    means: 'A role is told something and asked to act. Stored as sent, before it is sent.',
    data: z.strictObject({
      id,
      step: z.int().nonnegative(),
      role: z.enum(roleNames),
      seat: z.int().nonnegative().optional().describe('which of several people in this role; each has a conversation of its own'),
      ask: z.string().describe('what is asked for: see the phase'),
      told: text,
      repairs: z.string().optional().describe('id of the malformed turn that this one repairs'),
      notes: z.int().nonnegative().optional().describe('how many notes and answers of people this role has been told of by now'),
      cut: z
        .array(z.string())
        .optional()
        .describe('what was left out of what is told, because the model has no room for it: the part, and how much of it'),
      reserve: z.int().nonnegative().describe('most tokens that the answer may take, set aside until it is there'),
    }),
    apply(draft, { repairs, seat = 0, notes = 0, cut: _cut, ...turn }) {
      draft.phase?.turns.push({ ...turn, seat, notes, ...(repairs === undefined ? {} : { repairs }) })
    },
  }),
  'turn-reply': defineEvent({
    means: 'The model answered. Stored before its command is carried out, so that a crash never buys it twice.',
    data: z.strictObject({
      id,
      text,
      model: z.string(),
      held: z.string().optional().describe('how the answer was held to its form, where neither a schema nor a grammar did: tool, prompted'),
      usage: z.strictObject({ input: z.int().nonnegative(), output: z.int().nonnegative(), cost: z.number().nonnegative() }),
    }),
    apply(draft, { id: turn, text: reply, usage }) {
      const found = turnOf(draft, turn)
      if (found) found.reply = reply
      for (const spent of draft.phase ? [draft.spent, phaseSpent(draft, draft.phase.name)] : [draft.spent]) {
        spent.calls += 1
        spent.input += usage.input
        spent.output += usage.output
        spent.cost += usage.cost
      }
    },
  }),
  'turn-fault': defineEvent({
    means:
      'The model could not be had, also after the retries, or sent something broken. Unless a reply follows, the turn stays open and is asked again when the run is resumed.',
    data: z.strictObject({ id, fault }),
    apply() {
      // The turn stays open: that is the whole effect.
    },
  }),
  'turn-end': defineEvent({
    means: 'What came of a reply, as its role will be told.',
    data: z.strictObject({
      id,
      command: z.string().optional().describe('the command that was carried out; none when the reply was malformed'),
      ok: z.boolean(),
      result: text,
      fallback: z.boolean().optional().describe('the lab chose the command, because reply and repair were both malformed'),
    }),
    apply(draft, { id: turn, command, ok, result, fallback }) {
      const found = turnOf(draft, turn)
      if (!found || !draft.phase) return
      found.end = { ok, result, ...(command ? { command } : {}), ...(fallback ? { fallback } : {}) }
      countEnd(phaseTally(draft, draft.phase.name), found)
    },
  }),
}
