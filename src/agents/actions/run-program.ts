import { z } from 'zod'
import { codeChars } from '../program.ts'
import { defineAction } from './action.ts'

const outputChars = 6000

export const runProgram = defineAction({
  name: 'run_program',
  description: 'Run a program in the sandbox, without a network; gives what it printed and the metrics that it recorded.',
  input: z.strictObject({
    language: z.enum(['javascript', 'python']),
    code: z.string().trim().min(1).max(codeChars).describe('the whole program'),
  }),
  example: { language: 'python', code: 'print(6 * 7)' },
  async run({ language, code }, effects) {
    const { fault, exitCode, output, metrics, seconds, sandbox } = await effects.runProgram(language, code)
    const told = { exit_code: exitCode, output: output.slice(0, outputChars), metrics, seconds, sandbox }
    return fault ? { error: fault.message, ...told } : told
  },
})
