import { z } from 'zod'
import { defineCommand } from '../command.ts'

const why = z.string().trim().min(10).max(4000)

/** "Done": the report stands as it is. */
export const finishReport = defineCommand({
  name: 'finish-report',
  help: 'Finish: the report stands, with the reviews beside it.',
  args: z.strictObject({ why: why.describe('why the reviews do not ask for more work') }),
  example: { why: 'What the reviewers miss is said among the limits; new experiments would not change the answer.' },
  run: async (args, { turn }) => ({
    events: [{ type: 'refinement-decide', turn: turn.id, decision: 'finish', why: args.why }],
    result: 'Finished.',
  }),
})

/** The way back to planning, which AgentLaboratory advertises and never takes. */
export const revisePlan = defineCommand({
  name: 'revise-plan',
  help: 'Go back to planning: the next attempt sees this report, its results and its reviews.',
  args: z.strictObject({ why: why.describe('what the next plan has to answer') }),
  example: { why: 'All three reviewers ask for more repetitions and a stronger baseline.' },
  run: async (args, { turn }) => ({
    events: [{ type: 'refinement-decide', turn: turn.id, decision: 'revise', why: args.why }],
    result: 'Back to planning.',
  }),
})
