import type { Broadcast } from './broadcast.ts'
import type { LabControl } from './lab-control.ts'
import type { Limits } from './limits.ts'
import type { ClientFrameOf, ClientType, Refusal } from './protocol.ts'
import type { Viewer } from './viewer.ts'

/** What came of a command. `begin` is called once the result is on its way. */
export type Done = { result: Record<string, unknown>; begin?: () => void } | { refusal: Refusal }

/** What a command may use. `by` is the name that the client gave in its hello. */
export type CommandScope = { control: LabControl; broadcast: Broadcast; viewer: Viewer; limits: Limits; by: string }

export type CommandType = Exclude<ClientType, 'hello'>
export type CommandFrame = { [Type in CommandType]: ClientFrameOf<Type> }[CommandType]
export type Command<Type extends CommandType> = (frame: ClientFrameOf<Type>, scope: CommandScope) => Done | Promise<Done>

export const refuse = (code: string, message: string): Done => ({ refusal: { code, message } })

/** The run that is meant by a name: itself, or what the lab makes of a short one. Throws GalError `unknown-run`. */
export const runNamed = (name: string, { broadcast, control }: CommandScope): string =>
  broadcast.has(name, 0) ? name : control.run(name).run
