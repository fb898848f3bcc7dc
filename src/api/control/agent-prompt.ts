import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Prompt, parsePrompt } from '../../agents/prompt.ts'
import { GalError } from '../../core/error.ts'

const name = 'agents/agent.md'

/** The words around an agent's instructions; a file in an earlier folder stands in for the same file in a later one. */
export const loadAgentPrompt = (folders: readonly string[]): Prompt => {
  const file = folders.map((folder) => join(folder, name)).find((candidate) => existsSync(candidate))
  if (file === undefined)
    throw new GalError(
      'missing-file',
      `the prompt ${name} is in none of: ${folders.join(', ')}`,
      'the prompts/ folder of gal holds all of them',
    )
  return parsePrompt(file, readFileSync(file, 'utf8'))
}
