import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { text } from '../text.ts'

const id = z.string().min(1).describe('of the execution: one cycle of one agent')

const noEffect = () => {
  // These stand in a stream of their own and change no run.
}

/** What agents do outside of any run: the events of the stream `agents`. */
export const agentEvents = {
  'agent-start': defineEvent({
    means: 'An agent was executed: it chooses actions once, and they are carried out. Not part of a run.',
    data: z.strictObject({
      id,
      agent: z.string().min(1).max(128).describe('id of the agent'),
      by: z.string().min(1).max(100).describe('who asked, or through which viewer'),
      model: z.string().describe('as the configuration names it'),
    }),
    apply: noEffect,
  }),
  'agent-act': defineEvent({
    means: 'An agent carried an action out, and what came of it.',
    data: z.strictObject({
      id,
      place: z.int().nonnegative().describe('which of the chosen actions, from 0'),
      function_name: z.string().min(1).describe('name of the action'),
      input: z.record(z.string(), z.unknown()),
      result: text.describe('as JSON; an object with `error` when it could not be done'),
    }),
    apply: noEffect,
  }),
  'agent-end': defineEvent({
    means: 'The execution of an agent ended.',
    data: z.strictObject({
      id,
      ok: z.boolean(),
      count: z.int().nonnegative().describe('of the actions that were carried out'),
      error: z.string().optional().describe('why it ended before all of them were'),
      model: z.string().optional().describe('provider:name of the model that chose; none when nothing was asked'),
      usage: z.strictObject({ input: z.int().nonnegative(), output: z.int().nonnegative(), cost: z.number().nonnegative() }).optional(),
    }),
    apply: noEffect,
  }),
}
