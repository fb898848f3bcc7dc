import { z } from 'zod'
import type { Command } from '../agents/command.ts'
import { tellIn } from '../core/ask.ts'
import type { LabEvent } from '../core/events/index.ts'
import type { PhaseName, RoleName } from '../core/names.ts'
import type { ProgramOperator, ReadonlyState } from '../core/state.ts'
import type { ReadText } from '../core/text.ts'
import type { Fallback } from './stand-in.ts'

/**
 * One way in which a phase speaks to a role: the words stand in prompts/phases/<phase>.md under "## <name of the tell>",
 * with these slots and no others.
 */
export type Tell = {
  role: RoleName
  slots: readonly string[]
  commands: readonly Command[]
  /** What is left of the commands once most of the phase's turns are taken: those that bring it to an end. */
  atLast?: readonly Command[]
  /** The command that is carried out when reply and repair were both malformed. */
  fallback: Fallback
}

/** Somebody is to speak. `about` narrows the tell (a section, a program) and becomes part of the turn's ask: `tell:about`. */
export type Ask = { tell: string; about?: string; seat?: number; slots: Record<string, string> }

/** A program to run without asking a model, in a clean folder: the winner once more, or one of them on fresh seeds. */
export type Order = { id: string; operator: ProgramOperator; of: string; seeds?: readonly number[] }

/**
 * What to do next: let roles speak, several at once if they need not hear one another; run programs side by side; put on the
 * log what follows from what is there; or end.
 */
export type Decision = { speak: readonly Ask[] } | { run: readonly Order[] } | { note: readonly LabEvent[] } | { finish: true }

/** What is still missing for the phase to be done, and whether the lab can go on without it. */
export type Missing = { kind: 'partial' | 'failed'; why: string }

/** A stage of the work. Pure: it decides from the state, and never loops, waits or touches the outside. */
export type Phase<Settings = unknown> = {
  name: PhaseName
  title: string
  settings: z.ZodType<Settings>
  tells: Readonly<Record<string, Tell>>
  /** Roles that share one brief and one conversation: each hears all that is told and said, and a server reads it once. */
  table?: readonly RoleName[]
  decide(state: ReadonlyState, settings: Settings, readText: ReadText): Decision
  /** The done-criterion. Nothing missing: the phase is complete, however it came to its end. */
  missing(state: ReadonlyState, settings: Settings): Missing | undefined
  next(state: ReadonlyState, settings: Settings): PhaseName | 'end'
}

/** The tell that a stored turn came from: the part of its ask before the first colon. */
export const tellOf = (phase: Phase, ask: string): Tell | undefined => phase.tells[tellIn(ask)]
/** Checks a declaration against its own settings, then forgets which they were: the list of phases holds them all. */
export const definePhase = <Schema extends z.ZodType>(phase: { settings: Schema } & Omit<Phase<z.infer<Schema>>, 'settings'>): Phase =>
  phase as unknown as Phase

/** Every phase has a limit of turns. */
export const steps = z.int().min(1).max(1000).default(100).describe('most turns before the phase must end with what it has')
