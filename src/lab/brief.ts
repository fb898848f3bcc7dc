import { headingFor, renderIfThere, renderPrompt } from '../agents/prompt.ts'
import { commandHelp } from '../agents/turn-schema.ts'
import type { Kind } from '../core/kinds.ts'
import type { RoleName } from '../core/names.ts'
import type { ReadonlyState } from '../core/state.ts'
import type { Phase } from '../phases/phase.ts'
import type { Prompts } from './prompts.ts'

type Note = { text: string; phase?: string | undefined }

/** What people have said that concerns a phase: notes, and answers to questions, in the order of the log. */
export const notesFor = ({ notes, questions }: ReadonlyState, phase: string): Note[] => [
  ...notes.filter((note) => note.phase === undefined || note.phase === phase),
  ...Object.values(questions).flatMap(({ text, answer }) => (answer ? [{ text: `You asked: ${text} The answer: ${answer.text}` }] : [])),
]

/** Who a role is, and what the phase is for it. */
const renderPart = (prompts: Prompts, { name }: Phase, kind: Kind, role: RoleName): string => {
  const own = prompts.phases[name]
  const heading = own.sections[`brief ${role}`] === undefined ? 'brief' : `brief ${role}`
  return [renderPrompt(prompts.roles[role], 'brief', {}), renderPrompt(own, headingFor(own, heading, kind), {})].join('\n\n')
}

/** The roles that a role shares its conversation with in a phase, itself among them; nobody but itself at no table. */
export const seatedWith = ({ table }: Phase, role: RoleName): readonly RoleName[] => (table?.includes(role) ? table : [role])

/** The fixed system prompt in a phase of those who share a conversation: who they are, what the phase is for, how to answer, and the notes so far. */
export const renderBrief = (
  prompts: Prompts,
  phase: Phase,
  kind: Kind,
  roles: readonly RoleName[],
  language: string,
  notes: readonly string[],
): string => {
  const commands = new Map(
    Object.values(phase.tells)
      .filter((tell) => roles.includes(tell.role))
      .flatMap((tell) => tell.commands)
      .filter(({ kinds }) => kinds?.includes(kind) ?? true)
      .map((command) => [command.name, command]),
  )
  const named = (role: RoleName): string => (roles.length > 1 ? `# ${role}\n\n` : '')
  const parts = [
    ...(roles.length > 1 ? renderIfThere(prompts.turn, 'table', { roles: roles.join(', ') }) : []),
    ...roles.map((role) => `${named(role)}${renderPart(prompts, phase, kind, role)}`),
    ...(roles.length > 1 ? ['# answers'] : []),
    renderPrompt(prompts.turn, 'answer', { language, commands: [...commands.values()].map(commandHelp).join('\n') }),
    ...(notes.length ? [renderPrompt(prompts.turn, 'notes', { notes: notes.map((note) => `- ${note}`).join('\n') })] : []),
  ]
  return parts.join('\n\n')
}
