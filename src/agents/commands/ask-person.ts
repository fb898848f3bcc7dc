import { z } from 'zod'
import { defineCommand } from '../command.ts'

/** A question to the person behind the lab. The work goes on; the answer is told when it comes. */
export const askPerson = defineCommand({
  name: 'ask-person',
  help: 'Ask the person who runs the lab something that only they can know. You go on meanwhile and hear the answer when it comes.',
  args: z.strictObject({ text: z.string().trim().min(10).max(1000).describe('the question') }),
  example: { text: 'Is accuracy or calibration more important to you?' },
  run: async ({ text }, { turn }) => ({
    events: [{ type: 'question-ask', id: `ask.${turn.id}`, text, options: [], blocks: false }],
    result: 'Asked. Go on; you will hear the answer.',
  }),
})
