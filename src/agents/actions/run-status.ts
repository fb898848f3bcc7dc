import { z } from 'zod'
import { defineAction } from './action.ts'

export const runStatus = defineAction({
  name: 'run_status',
  description: 'Tell how a run stands: its phase, its outcome, what it has spent.',
  input: z.strictObject({ run: z.string().trim().min(1).max(200).describe('its name, or latest') }),
  example: { run: 'latest' },
  run: async ({ run }, effects) => effects.run(run),
})
