import { GalError } from '../core/error.ts'
import type { Broadcast } from './broadcast.ts'
import { type CommandScope, commands, type Done } from './commands.ts'
import type { LabControl } from './lab-control.ts'
import type { CloseReason, Limits } from './limits.ts'
import { createOutlet, type Wire } from './outlet.ts'
import { type ClientFrame, type ClientFrameOf, type Refusal, subprotocol } from './protocol.ts'
import { type ReadFrame, readFrame } from './read-frame.ts'

export type SessionParts = {
  broadcast: Broadcast
  control: LabControl
  limits: Limits
  version: string
  /** Whether a token opens the server; undefined stands for none. */
  opens(token: string | undefined): boolean
  /** Told of what is wrong in gal itself; the client learns only that something is. */
  onDefect(error: unknown): void
}

/** One client, from its first frame to its last. */
export type Session = {
  /** Takes a text frame. Frames are handled one after another, so results come in the order of the commands. */
  receive(text: string): void
  end(reason: CloseReason, why: string): void
  /** The connection is gone. */
  drop(): void
}

const perform = <Frame extends Exclude<ClientFrame, { type: 'hello' }>>(frame: Frame, scope: CommandScope) =>
  (commands[frame.type] as (frame: Frame, scope: CommandScope) => Done | Promise<Done>)(frame, scope)

const said = ({ message, hint }: GalError): string => (hint === undefined ? message : `${message}: ${hint}`)

/** Speaks gal.v1 over a wire. @param trusted the client showed the token when it connected */
export const createSession = (
  wire: Wire,
  trusted: boolean,
  { broadcast, control, limits, version, opens, onDefect }: SessionParts,
): Session => {
  let scope: CommandScope | undefined
  let heartbeat: NodeJS.Timeout | undefined
  let handled = Promise.resolve()
  let commandsNow = 0
  let second: NodeJS.Timeout | undefined
  const outlet = createOutlet(wire, limits, () => heartbeat?.refresh())

  const complain = ({ code, message }: Refusal) => outlet.tell({ type: 'error', code, message })
  const refuse = (id: string, { code, message }: Refusal) =>
    outlet.tell({ type: 'result', id, ok: false, error: { code, message, retryable: false } })

  const greet = ({ id, client, token, max_frame: frameOut = limits.frameOut }: ClientFrameOf<'hello'>) => {
    if (scope) return refuse(id, { code: 'hello-twice', message: 'this connection has said hello already' })
    if (!trusted && !opens(token)) {
      refuse(id, { code: 'no-token', message: 'this server wants the token that was printed when it started' })
      return outlet.end('no-token', 'the token is missing or wrong')
    }
    scope = { control, broadcast, viewer: broadcast.join(outlet, frameOut), by: client }
    const { viewer } = scope
    outlet.tell({
      type: 'welcome',
      server: { name: 'gal', version },
      protocol: subprotocol,
      limits: { frame_in: limits.frameIn, frame_out: frameOut, depth: limits.depth, commands_per_second: limits.commandsPerSecond },
      heartbeat_ms: limits.heartbeat,
    })
    outlet.tell({ type: 'result', id, ok: true, result: {} })
    heartbeat = setInterval(() => outlet.tell({ type: 'heartbeat', heads: viewer.heads() }), limits.heartbeat).unref()
  }
  const obey = async (frame: Exclude<ClientFrame, { type: 'hello' }>, known: CommandScope) => {
    try {
      const done = await perform(frame, known)
      if ('refusal' in done) return refuse(frame.id, done.refusal)
      outlet.tell({ type: 'result', id: frame.id, ok: true, result: done.result })
      done.begin?.()
    } catch (error) {
      if (error instanceof GalError) return refuse(frame.id, { code: error.code, message: said(error) })
      onDefect(error)
      refuse(frame.id, { code: 'defect', message: `${frame.type} failed by a defect in gal: its own output says more` })
    }
  }
  const respond = (read: ReadFrame): Promise<void> | void => {
    if (!scope && read.type !== undefined && read.type !== 'hello')
      return complain({ code: 'hello-first', message: 'say hello first: {"type":"hello","id":"1","client":"your name"}' })
    if ('problem' in read) return read.id === undefined ? complain(read.problem) : refuse(read.id, read.problem)
    if (read.frame.type === 'hello') return greet(read.frame)
    if (scope) return obey(read.frame, scope)
  }
  const handle = (text: string): Promise<void> | void => {
    if (!outlet.isOpen()) return
    if (!scope && Buffer.byteLength(text) > limits.frameInBeforeHello)
      return outlet.end('frame-too-long', `a first frame may have ${limits.frameInBeforeHello} bytes`)
    return respond(readFrame(text, limits.depth))
  }
  /** At most so many frames within a second, counted from the first of them. */
  const isTooFast = (): boolean => {
    second ??= setTimeout(() => {
      second = undefined
      commandsNow = 0
    }, 1000).unref()
    commandsNow += 1
    return commandsNow > limits.commandsPerSecond
  }
  const drop = () => {
    outlet.drop()
    clearInterval(heartbeat)
    clearTimeout(second)
    if (scope) broadcast.leave(scope.viewer)
  }

  return {
    receive(text) {
      if (!outlet.isOpen()) return
      if (isTooFast()) return outlet.end('too-many-commands', `more than ${limits.commandsPerSecond} commands in a second`)
      handled = handled.then(() => handle(text)).catch(onDefect)
    },
    end: outlet.end,
    drop,
  }
}
