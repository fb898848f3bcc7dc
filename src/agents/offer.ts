import { z } from 'zod'
import type { Command, Scene } from './command.ts'

/** A command as it can be given at one moment: its arguments have one of these forms, and stand up to `flaw`. */
export type Offered = { command: Command; forms: readonly z.ZodObject[]; flaw(args: Record<string, unknown>): string | undefined }

/** What can be given at this moment, of the commands that an ask allows. */
export const offer = (commands: readonly Command[], scene: Scene): readonly Offered[] =>
  commands
    .filter(({ kinds }) => kinds?.includes(scene.state.kind) ?? true)
    .map((command) => ({
      command,
      forms: command.now?.(scene) ?? [command.args],
      flaw: (args: Record<string, unknown>) => command.flaw?.(args, scene),
    }))
    .filter(({ forms }) => forms.length > 0)

/** Commands as they are declared, whatever there is: for the pages, and for tests of the declarations. */
export const declared = (commands: readonly Command[]): readonly Offered[] =>
  commands.map((command) => ({ command, forms: [command.args], flaw: () => undefined }))

/** The values of a field that is one of a list; nothing for any other field. */
const choicesOf = (field: unknown): readonly string[] => {
  if (field instanceof z.ZodLiteral) return [...field.values].filter((value) => typeof value === 'string')
  return field instanceof z.ZodEnum ? field.options.filter((value) => typeof value === 'string') : []
}

/** Every value that a field may have in any of some forms. */
export const choicesIn = (forms: readonly z.ZodObject[], key: string): readonly string[] => [
  ...new Set(forms.flatMap(({ shape }) => choicesOf(shape[key]))),
]
