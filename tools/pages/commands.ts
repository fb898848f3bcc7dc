import type { Command } from '../../src/agents/command.ts'
import { commands } from '../../src/agents/commands/index.ts'
import { phases } from '../../src/phases/index.ts'
import { markdown, type Page } from './page.ts'
import { fieldTable } from './shape.ts'

const intro = `What a role may do. Each turn of a role is one JSON object: \`command\` and the arguments of that command. The help in the prompts, the JSON schema that models are held to, the parser and this page come from the same declaration.

An answer that is not such an object gets one turn to be repaired; after that the lab chooses a command where the phase names one, and says so on the record.`

/** Phase and role of every place in which a command may be given, each once. */
const usesOf = (name: string): string => {
  const uses = phases.flatMap((phase) =>
    Object.values(phase.tells)
      .filter((tell) => tell.commands.some((command) => command.name === name))
      .map((tell) => `${phase.name} (${tell.role})`),
  )
  return [...new Set(uses)].join(', ')
}

const section = ({ name, help, args, example }: Command): string =>
  [
    `## ${name}`,
    help,
    `Used in: ${usesOf(name)}.`,
    fieldTable(args),
    `\`\`\`json\n${JSON.stringify({ command: name, ...example }, null, 2)}\n\`\`\``,
  ].join('\n\n')

/** Every command of the roles, in the order in which a run meets them. */
export const commandsPage = (): Page => markdown('docs/reference/commands.md', 'Commands of the roles', [intro, ...commands.map(section)])
