import { z } from 'zod'
import { defineCommand } from '../command.ts'

/** The page that the professor writes when the report is there. */
export const writeReadme = defineCommand({
  name: 'write-readme',
  help: 'Write the page that explains to a stranger what was done, what was found and how to run it again, in Markdown.',
  args: z.strictObject({ text: z.string().trim().min(80).max(20_000).describe('the whole page') }),
  example: { text: '# Does … help?\n\nWhat was asked, what was found, and how to run the experiment again: …' },
  run: async ({ text }, { turn }) => ({ events: [{ type: 'readme-write', turn: turn.id, text }], result: 'Written.' }),
})
