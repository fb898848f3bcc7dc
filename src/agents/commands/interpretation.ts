import { z } from 'zod'
import { defineCommand } from '../command.ts'

/** AgentLaboratory's INTERPRETATION: ends the reading of the results. */
export const interpretation = defineCommand({
  name: 'interpretation',
  help: 'Settle what the results mean when you both agree, with the numbers that show it and what they do not show.',
  args: z.strictObject({ text: z.string().trim().min(80).max(20_000).describe('the whole interpretation, in Markdown') }),
  example: { text: 'The difference between … and … was … (95 % interval …), so … What this does not show: …' },
  run: async ({ text }, { turn }) => ({
    events: [{ type: 'interpretation-accept', turn: turn.id, text }],
    result: 'The interpretation is settled.',
  }),
})
