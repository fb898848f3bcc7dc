import { z } from 'zod'
import { defineCommand } from '../command.ts'

/** AgentLaboratory's DIALOGUE: words for the other person in the phase, who hears them in their next turn. */
export const dialogue = defineCommand({
  name: 'dialogue',
  help: 'Say something to your colleague: a question, a proposal, a judgement.',
  args: z.strictObject({ text: z.string().trim().min(1).max(8000).describe('what you say') }),
  example: { text: 'I would compare three strengths against none, on the same five seeds.' },
  run: async () => ({ result: 'Said.' }),
})
