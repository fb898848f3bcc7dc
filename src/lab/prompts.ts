import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Prompt, parsePrompt } from '../agents/prompt.ts'
import { GalError } from '../core/error.ts'
import { type PhaseName, phaseNames, type RoleName, roleNames } from '../core/names.ts'

/** All words that the lab says to its roles. */
export type Prompts = {
  phases: Readonly<Record<PhaseName, Prompt>>
  roles: Readonly<Record<RoleName, Prompt>>
  turn: Prompt
}

/** Reads the prompts; a file in an earlier folder stands in for the same file in a later one. */
export const loadPrompts = (folders: readonly string[]): Prompts => {
  const load = (name: string): Prompt => {
    const file = folders.map((folder) => join(folder, name)).find((candidate) => existsSync(candidate))
    if (!file)
      throw new GalError(
        'missing-file',
        `the prompt ${name} is in none of: ${folders.join(', ')}`,
        'the prompts/ folder of gal holds all of them',
      )
    return parsePrompt(file, readFileSync(file, 'utf8'))
  }
  const all = <Name extends string>(kind: string, names: readonly Name[]) =>
    Object.fromEntries(names.map((name) => [name, load(`${kind}/${name}.md`)])) as Record<Name, Prompt>
  return { phases: all('phases', phaseNames), roles: all('roles', roleNames), turn: load('partials/turn.md') }
}
