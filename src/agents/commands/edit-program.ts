import { z } from 'zod'
import { aboutIn } from '../../core/ask.ts'
import type { Text } from '../../core/text.ts'
import { defineCommand, type Scene } from '../command.ts'
import { countLines, linesOf, replaceLines } from '../lines.ts'
import { codeChars } from '../program.ts'
import { runExperiment } from './write-program.ts'

const args = z.strictObject({
  ...linesOf(undefined, 'first line to replace'),
  text: z.string().max(codeChars).describe('the new lines; empty to delete'),
})

/** The code of the program that an ask is about. */
export const codeOf = ({ state, ask, readText }: Scene): string | undefined => {
  const program = state.now.programs[aboutIn(ask) ?? '']
  return program && readText(program.code as Text)
}

/** AgentLaboratory's EDIT N M of the mle-solver: lines of the program that the turn is about. */
export const editProgram = defineCommand({
  name: 'edit-program',
  help: 'Replace lines of the program that you were shown, and run the result.',
  args,
  example: { from: 3, to: 4, text: '    strength = 0.1' },
  now(scene) {
    const code = codeOf(scene)
    return code === undefined ? [] : [args.extend(linesOf(countLines(code), 'first line to replace'))]
  },
  flaw({ from, to, text }, scene) {
    const edited = replaceLines(codeOf(scene) ?? '', from, to, text)
    return 'problem' in edited ? edited.problem : undefined
  },
  async run({ from, to, text }, context) {
    const { state, turn, effects } = context
    const edited = replaceLines(codeOf({ state, ask: turn.ask, readText: effects.readText }) ?? '', from, to, text)
    if ('problem' in edited) return { ok: false, result: edited.problem }
    return runExperiment(edited.text, context)
  },
})
