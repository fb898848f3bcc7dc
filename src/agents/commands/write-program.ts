import { z } from 'zod'
import { aboutIn } from '../../core/ask.ts'
import { givenSeeds } from '../../core/given-seeds.ts'
import type { ProgramOperator } from '../../core/state.ts'
import { type Context, type Done, defineCommand } from '../command.ts'
import { carryOutProgram, codeChars, programFiles, tellResult } from '../program.ts'

/** `draft`, `improve:<program>` and `repair:<program>` are what a turn can ask for. */
const operatorOf = (ask: string): ProgramOperator => (ask.startsWith('repair') ? 'repair' : ask.startsWith('improve') ? 'improve' : 'draft')

/** Runs a whole program as an experiment of the turn that asked for it. */
export const runExperiment = async (code: string, context: Context): Promise<Done> => {
  const { state, turn, effects, language } = context
  const operator = operatorOf(turn.ask)
  const parent = aboutIn(turn.ask)
  const files = programFiles(state, language, code, effects.readText)
  const { result, end, flags } = await carryOutProgram(context, {
    operator,
    parent,
    language,
    code,
    files,
    seeds: givenSeeds(state, operator),
  })
  return { ok: !result.fault, events: [end], result: tellResult(result, flags) }
}

/** AgentLaboratory's REPLACE of the mle-solver: a whole program. */
export const writeProgram = defineCommand({
  name: 'write-program',
  help: 'Write the whole program of the experiment. It is run. It imports the module "dataset" and reports every measurement with lab.metric.',
  args: z.strictObject({ code: z.string().trim().min(20).max(codeChars).describe('the whole program') }),
  example: {
    code: "import dataset, lab\nfor seed in range(5):\n    lab.metric('accuracy', 0.9, seed=seed, arm='baseline', split='test')\n",
  },
  run: ({ code }, context) => runExperiment(code, context),
})
