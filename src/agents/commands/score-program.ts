import { z } from 'zod'
import { aboutIn } from '../../core/ask.ts'
import { defineCommand } from '../command.ts'

/** The mle-solver's reward: a judgement from 0 to 1 from plan, code and what was measured. */
export const scoreProgram = defineCommand({
  name: 'score-program',
  help: 'Judge how well the program carries out the plan and how sound its measurements are.',
  args: z.strictObject({
    score: z.number().min(0).max(1).describe('0: useless, 1: exactly what the plan asks for, soundly measured'),
    why: z.string().trim().min(10).max(2000).describe('what decided the score'),
  }),
  example: { score: 0.7, why: 'Measures what was planned over five seeds, but leaves out one baseline.' },
  async run({ score, why }, { turn }) {
    const id = aboutIn(turn.ask) ?? ''
    return { events: [{ type: 'program-score', turn: turn.id, id, score, why }], result: 'Noted.' }
  },
})
