import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { carryOutProgram, codeChars, tellResult } from '../program.ts'

/** AgentLaboratory's ```python: try code out. */
export const runCode = defineCommand({
  name: 'run-code',
  help: 'Run a program of your own to try something out; you get its output.',
  args: z.strictObject({ code: z.string().trim().min(1).max(codeChars).describe('the whole program') }),
  example: { code: 'print(sum(range(10)))' },
  async run({ code }, context) {
    const { language } = context
    const files = { [language === 'python' ? 'main.py' : 'main.mjs']: code }
    const { result, end } = await carryOutProgram(context, { operator: 'try', language, code, files })
    return { ok: !result.fault, events: [end], result: tellResult(result) }
  },
})
