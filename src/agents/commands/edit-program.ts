import { z } from 'zod'
import { aboutIn } from '../../core/ask.ts'
import type { Text } from '../../core/text.ts'
import { defineCommand } from '../command.ts'
import { replaceLines } from '../lines.ts'
import { codeChars } from '../program.ts'
import { runExperiment } from './write-program.ts'

/** AgentLaboratory's EDIT N M of the mle-solver: lines of the program that the turn is about. */
export const editProgram = defineCommand({
  name: 'edit-program',
  help: 'Replace lines of the program that you were shown, and run the result.',
  args: z.strictObject({
    from: z.int().min(1).describe('first line to replace'),
    to: z.int().min(1).describe('last line to replace'),
    text: z.string().max(codeChars).describe('the new lines; empty to delete'),
  }),
  example: { from: 3, to: 4, text: '    strength = 0.1' },
  async run({ from, to, text }, context) {
    const { state, turn, effects } = context
    const program = state.now.programs[aboutIn(turn.ask) ?? '']
    if (!program) return { ok: false, result: 'There is no program to edit yet: write one.' }
    const edited = replaceLines(effects.readText(program.code as Text), from, to, text)
    if ('problem' in edited) return { ok: false, result: edited.problem }
    return runExperiment(edited.text, context)
  },
})
