import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { GalError } from '../../core/error.ts'
import type { PhaseName, RoleName } from '../../core/names.ts'
import { argumentFor } from './slots.ts'

/** What a role is asked in a phase, offered to whoever wants to ask it of a model of their own. */
export type PromptDeclaration = {
  name: string
  title: string
  description: string
  role: RoleName
  phase: PhaseName
  /** The heading in the phase's file under which the words stand. */
  tell: string
}

export type LoadedPrompt = PromptDeclaration & { text: string; slots: readonly string[] }

/** The prompts that come with gal. */
export const packagePrompts = join(import.meta.dirname, '../../../prompts')

const slot = /\{\{([a-z-]+)\}\}/g

const read = (folders: readonly string[], name: string): Map<string, string> => {
  const file = folders.map((folder) => join(folder, name)).find((candidate) => existsSync(candidate))
  if (file === undefined)
    throw new GalError(
      'missing-file',
      `the prompt ${name} is in none of: ${folders.join(', ')}`,
      'the prompts/ folder of gal holds all of them',
    )
  const parts = readFileSync(file, 'utf8').split(/^## /m).slice(1)
  return new Map(
    parts.map((part) => {
      const [heading = '', ...lines] = part.split('\n')
      return [heading.trim(), lines.join('\n').trim()]
    }),
  )
}

const under = (sections: ReadonlyMap<string, string>, name: string, ...headings: readonly string[]): string => {
  const words = headings.map((heading) => sections.get(heading)).find((found) => found !== undefined)
  if (words !== undefined) return words
  throw new GalError('bad-prompt', `${name} has no text under "## ${headings[0]}"`, 'run gal check to see every prompt that needs mending')
}

/**
 * The prompt with its words: who the role is, what the phase is for, and what is asked. A file in an earlier folder stands in for the
 * same file in a later one. Throws GalError `missing-file` and `bad-prompt`.
 */
export const loadPrompt = (declared: PromptDeclaration, folders: readonly string[]): LoadedPrompt => {
  const { role, phase, tell } = declared
  const [roleFile, phaseFile] = [`roles/${role}.md`, `phases/${phase}.md`]
  const told = read(folders, phaseFile)
  const asked = under(told, phaseFile, tell)
  const text = [under(read(folders, roleFile), roleFile, 'brief'), under(told, phaseFile, `brief ${role}`, 'brief'), asked].join('\n\n')
  return { ...declared, text, slots: [...new Set([...text.matchAll(slot)].map(([, name = '']) => name))] }
}

const none = '(none)'

/** Puts arguments into the slots of a text. What they hold is not looked at again, so a slot in an argument stays as it is. */
export const fillSlots = (text: string, given: Readonly<Record<string, string | undefined>>): string =>
  text.replaceAll(slot, (_all, name: string) => (Object.hasOwn(given, name) ? given[name] : undefined) ?? none)

export const registerPrompt = (server: McpServer, { name, title, description, text, slots }: LoadedPrompt): void => {
  const argsSchema = z.object(Object.fromEntries(slots.map((one) => [one, argumentFor(one)])))
  server.registerPrompt(name, { title, description, argsSchema }, (given) => ({
    description,
    messages: [{ role: 'user', content: { type: 'text', text: fillSlots(text, given) } }],
  }))
}
