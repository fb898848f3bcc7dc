import { GalError } from '../core/error.ts'
import type { Access } from './access.ts'
import type { Broadcast } from './broadcast.ts'
import type { CommandFrame, CommandScope } from './command-scope.ts'
import { longCommands, lookingOnly, perform } from './commands.ts'
import type { LabControl } from './lab-control.ts'
import type { Limits } from './limits.ts'
import type { Outlet } from './outlet.ts'
import { type ClientFrameOf, type Refusal, subprotocol } from './protocol.ts'
import type { ReadFrame } from './read-frame.ts'
import { refusalFrame, resultFrame } from './result-frame.ts'

export type ConversationParts = {
  broadcast: Broadcast
  control: LabControl
  limits: Limits
  version: string
  /** What a token allows, undefined standing for no token; undefined when it opens nothing. */
  accessOf(token: string | undefined): Access | undefined
  /** Told of what is wrong in gal itself; the client learns only that something is. */
  onDefect(error: unknown): void
}

/** One client that speaks gal.v1. */
export type Conversation = {
  /** Does what a frame asks. Settles when the next frame may be taken. */
  take(read: ReadFrame): Promise<void> | void
  /** What the client may do, by its request or its hello. */
  access(): Access | undefined
  /** Something was sent, so the silence begins anew. */
  spoke(): void
  drop(): void
}

const said = ({ message, hint }: GalError): string => (hint === undefined ? message : `${message}: ${hint}`)

const ownVersions: ReadonlySet<unknown> = new Set([undefined, subprotocol, 1])

/** @param shown what the token in the client's request allows */
export const createConversation = (
  outlet: Outlet,
  shown: Access | undefined,
  { broadcast, control, limits, version, accessOf, onDefect }: ConversationParts,
): Conversation => {
  let scope: CommandScope | undefined
  let access = shown
  let heartbeat: NodeJS.Timeout | undefined
  let open = 0

  const longest = () => scope?.viewer.frameOut ?? limits.frameOut
  const complain = (refusal: Refusal) => outlet.send(refusalFrame((bounded) => ({ type: 'error', ...bounded }), refusal, longest()))
  const refuse = (id: string, { retryable = false, ...refusal }: Refusal & { retryable?: boolean }) =>
    outlet.send(refusalFrame((bounded) => ({ type: 'result', id, ok: false, error: { ...bounded, retryable } }), refusal, longest()))

  const greet = ({ id, client, token, version: spoken, max_frame: frameOut = limits.frameOut }: ClientFrameOf<'hello'>) => {
    if (scope) return refuse(id, { code: 'hello-twice', message: 'this connection has said hello already' })
    if (!ownVersions.has(spoken)) {
      refuse(id, { code: 'no-such-version', message: `this server speaks ${subprotocol}` })
      return outlet.end('no-such-version', `this server speaks ${subprotocol} and nothing else`)
    }
    if (token !== undefined) access = accessOf(token) ?? access
    if (!access) {
      refuse(id, { code: 'no-token', message: 'this server wants the token that was printed when it started' })
      return outlet.end('no-token', 'the token is missing or wrong')
    }
    const viewer = broadcast.join(outlet, frameOut)
    scope = { control, broadcast, viewer, limits, by: client }
    outlet.tell({
      type: 'welcome',
      server: { name: 'gal', version },
      protocol: subprotocol,
      limits: { frame_in: limits.frameIn, frame_out: frameOut, depth: limits.depth, commands_per_second: limits.commandsPerSecond },
      heartbeat_ms: limits.heartbeat,
      access,
    })
    outlet.tell({ type: 'result', id, ok: true, result: {} })
    heartbeat = setInterval(() => outlet.tell({ type: 'heartbeat', heads: viewer.heads() }), limits.heartbeat).unref()
  }
  const obey = async (frame: CommandFrame, known: CommandScope) => {
    try {
      const done = await perform(frame, known)
      if ('refusal' in done) return refuse(frame.id, done.refusal)
      outlet.send(resultFrame(frame.id, done.result, known.viewer.frameOut))
      if (outlet.isOpen()) done.begin?.()
    } catch (error) {
      if (error instanceof GalError) return refuse(frame.id, { code: error.code, message: said(error), retryable: error.retryable })
      onDefect(error)
      refuse(frame.id, { code: 'defect', message: `${frame.type} failed by a defect in gal: its own output says more` })
    }
  }
  const obeyAside = (frame: CommandFrame, known: CommandScope) => {
    if (open >= limits.openCommands) {
      const message = `${open} long commands are open on this connection: wait for one`
      return refuse(frame.id, { code: 'too-many-open', message, retryable: true })
    }
    open += 1
    obey(frame, known)
      .finally(() => {
        open -= 1
      })
      .catch(onDefect)
  }

  return {
    take(read) {
      if (!scope && read.type !== undefined && read.type !== 'hello')
        return complain({ code: 'hello-first', message: 'say hello first: {"type":"hello","id":"1","client":"your name"}' })
      if ('problem' in read) return read.id === undefined ? complain(read.problem) : refuse(read.id, read.problem)
      const { frame } = read
      if (frame.type === 'hello') return greet(frame)
      if (!scope) return
      if (access === 'read-only' && !lookingOnly.has(frame.type))
        return refuse(frame.id, { code: 'read-only-token', message: `${frame.type} needs the full token; this one allows looking only` })
      return longCommands.has(frame.type) ? obeyAside(frame, scope) : obey(frame, scope)
    },
    access: () => access,
    spoke: () => heartbeat?.refresh(),
    drop() {
      clearInterval(heartbeat)
      if (scope) broadcast.leave(scope.viewer)
    },
  }
}
