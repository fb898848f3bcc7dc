import { z } from 'zod'
import { defineCommand } from '../command.ts'

const args = z.strictObject({
  text: z.string().trim().min(80).max(20_000).describe('the whole plan, in Markdown'),
  questions: z.array(z.string().trim().min(10).max(300)).min(1).max(5).describe('what the work answers; each can be answered with no'),
  criteria: z.string().trim().min(20).max(2000).describe('what counts: which papers and findings are in, or which steps a proof needs'),
})

/** The end of the planning where no program will run: a survey, a theory. */
export const outline = defineCommand({
  name: 'outline',
  help: 'Settle the plan when you both agree: the questions, and what counts as an answer.',
  kinds: ['survey', 'theory'],
  args,
  example: {
    text: 'We read what was reported on label smoothing since 2016, note each reported effect with its words, and pool those that can be compared.',
    questions: ['By how much did label smoothing change test accuracy where it was measured?'],
    criteria: 'Papers that report a measured difference with its spread; surveys and opinions are read and not counted.',
  },
  run: async ({ text, questions, criteria }, { turn }) => ({
    events: [{ type: 'plan-accept', turn: turn.id, text: `${text}\n\n${questions.map((one) => `- ${one}`).join('\n')}\n\n${criteria}` }],
    result: 'The plan is settled.',
  }),
})
