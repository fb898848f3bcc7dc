import { z } from 'zod'
import { contract, contractFlaw, withEachArmOnce } from '../../core/contract.ts'
import { defineCommand } from '../command.ts'

const args = z.strictObject({
  text: z.string().trim().min(80).max(20_000).describe('the whole plan, in Markdown'),
  ...contract.shape,
})

/** AgentLaboratory's PLAN: ends the planning. Beside the prose it holds what the study is bound to. */
export const plan = defineCommand({
  name: 'plan',
  help: 'Settle the plan when you both agree: the whole of it in words, and the terms that the results will be held against.',
  kinds: ['experiment', 'simulation'],
  args,
  example: {
    text: 'Question: … Method: … Data: … Analysis: the difference of each pair of seeds, with an interval.',
    hypotheses: ['Smoothing the labels raises the accuracy on held-out data.'],
    metric: 'accuracy',
    goal: 'max',
    proposed: 'smoothing=0.1',
    baselines: ['smoothing=0'],
    ablations: [],
    datasets: ['two noisy half moons, made by code'],
    repetitions: 5,
    evaluation: 'self-reported',
  },
  flaw: (terms) => contractFlaw(terms),
  run: async ({ text, ...terms }, { turn }) => ({
    events: [{ type: 'plan-accept', turn: turn.id, text, contract: withEachArmOnce(terms) }],
    result: 'The plan is settled.',
  }),
})
