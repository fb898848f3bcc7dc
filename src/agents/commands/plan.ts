import { z } from 'zod'
import { defineCommand } from '../command.ts'

/** AgentLaboratory's PLAN: ends the planning. */
export const plan = defineCommand({
  name: 'plan',
  help: 'Settle the plan when you both agree: question, hypothesis, method, data, measures, baselines, repetitions.',
  args: z.strictObject({ text: z.string().trim().min(80).max(20_000).describe('the whole plan, in Markdown') }),
  example: { text: 'Question: … Hypothesis: … Method: … Data: … Measures: … Baselines: … Repetitions: at least five seeds.' },
  run: async ({ text }, { turn }) => ({ events: [{ type: 'plan-accept', turn: turn.id, text }], result: 'The plan is settled.' }),
})
