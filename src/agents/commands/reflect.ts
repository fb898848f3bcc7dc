import { z } from 'zod'
import { aboutIn } from '../../core/ask.ts'
import { defineCommand } from '../command.ts'

/** The mle-solver's reflection after an improvement. */
export const reflect = defineCommand({
  name: 'reflect',
  help: 'Write down in a few sentences what made the program better, for the programs after it.',
  args: z.strictObject({ text: z.string().trim().min(20).max(3000).describe('the lesson') }),
  example: { text: 'Running all arms on the same seeds made the differences far less noisy.' },
  async run({ text }, { turn }) {
    const program = aboutIn(turn.ask) ?? ''
    return { events: [{ type: 'reflection-add', turn: turn.id, program, text }], result: 'Noted.' }
  },
})
