import { renderPrompt } from '../agents/prompt.ts'
import { commandHelp } from '../agents/turn-schema.ts'
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

/** A role's fixed system prompt in a phase: who it is, what the phase is for, how to answer, and the notes so far. */
export const renderBrief = (prompts: Prompts, phase: Phase, role: RoleName, language: string, notes: readonly string[]): string => {
  const own = prompts.phases[phase.name]
  const commands = new Map(
    Object.values(phase.tells)
      .filter((tell) => tell.role === role)
      .flatMap((tell) => tell.commands)
      .map((command) => [command.name, command]),
  )
  const parts = [
    renderPrompt(prompts.roles[role], 'brief', {}),
    renderPrompt(own, own.sections[`brief ${role}`] === undefined ? 'brief' : `brief ${role}`, {}),
    renderPrompt(prompts.turn, 'answer', { language, commands: [...commands.values()].map(commandHelp).join('\n') }),
    ...(notes.length ? [renderPrompt(prompts.turn, 'notes', { notes: notes.map((note) => `- ${note}`).join('\n') })] : []),
  ]
  return parts.join('\n\n')
}
