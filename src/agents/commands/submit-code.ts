import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { carryOutProgram, codeChars, tellResult } from '../program.ts'

/** AgentLaboratory's SUBMIT_CODE: the data set's code, accepted when it runs without an error. */
export const submitCode = defineCommand({
  name: 'submit-code',
  help: 'Submit the code that makes or loads the data. It is run; without an error it is accepted, ends the phase, and lies beside every experiment as the module "dataset".',
  args: z.strictObject({
    code: z.string().trim().min(20).max(codeChars).describe('the whole module; what the experiments need is exported'),
  }),
  example: { code: 'def load(seed):\n    ...\n    return train, test\n' },
  async run({ code }, context) {
    const { language, turn } = context
    const end = language === 'python' ? 'py' : 'mjs'
    const files = { [`main.${end}`]: language === 'python' ? 'import dataset\n' : "import './dataset.mjs'\n", [`dataset.${end}`]: code }
    const { result, end: ended } = await carryOutProgram(context, { operator: 'dataset', language, code, files })
    if (result.fault) return { ok: false, events: [ended], result: tellResult(result) }
    return {
      events: [ended, { type: 'dataset-accept', turn: turn.id, program: turn.id, language, code }],
      result: `Accepted. ${tellResult(result)}`,
    }
  },
})
