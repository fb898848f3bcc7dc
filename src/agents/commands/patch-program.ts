import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { applyPatch, readPatch } from '../patch.ts'
import { codeChars } from '../program.ts'
import { codeOf } from './edit-program.ts'
import { runExperiment } from './write-program.ts'

const args = z.strictObject({
  patch: z.string().min(20).max(codeChars).describe('one or more SEARCH/REPLACE blocks, as in the example'),
})

const patched = (code: string, patch: string): { text: string } | { problem: string } => {
  const read = readPatch(patch)
  return 'problem' in read ? read : applyPatch(code, read.blocks)
}

/** A change in the few lines that change: a fraction of the tokens of a whole program. */
export const patchProgram = defineCommand({
  name: 'patch-program',
  help: 'Change the program that you were shown by SEARCH/REPLACE blocks, and run the result. The searched lines are copied to the letter, without line numbers.',
  free: true,
  args,
  example: { patch: '<<<<<<< SEARCH\n    strength = 0.2\n=======\n    strength = 0.1\n>>>>>>> REPLACE' },
  now: (scene) => (codeOf(scene) === undefined ? [] : [args]),
  flaw({ patch }, scene) {
    const applied = patched(codeOf(scene) ?? '', patch)
    return 'problem' in applied ? applied.problem : undefined
  },
  async run({ patch }, context) {
    const { state, turn, effects } = context
    const applied = patched(codeOf({ state, ask: turn.ask, readText: effects.readText }) ?? '', patch)
    return 'problem' in applied ? { ok: false, result: applied.problem } : runExperiment(applied.text, context)
  },
})
