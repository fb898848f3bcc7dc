import type { Access } from './access.ts'
import { type ConversationParts, createConversation } from './conversation.ts'
import { type CloseReason, closeCodes, standardCodes } from './limits.ts'
import { createOutlet, type Parting, type Wire } from './outlet.ts'
import { createPace } from './pace.ts'
import { encode } from './protocol.ts'
import { type Problem, type ReadFrame, readFrame, readJson } from './read-frame.ts'
import { createSeedConversation } from './seed/conversation.ts'
import { createMessageLog } from './seed/message-log.ts'
import { isRecord, readSeedRequest, whyNot } from './seed/request.ts'
import { words } from './seed/words.ts'

export type SessionParts = ConversationParts & {
  /**
   * Told of the text messages of a client that was let in and does not speak gal.v1: without tokens and controls, cut at 2 KiB,
   * at most 20 a second of each connection, and then how many were left out.
   */
  onMessage(text: string): void
  /** The server's own tokens: they are told to nobody. */
  secrets?: readonly string[]
}

/** How a client came: what the token in its request allows, and whether gal.v1 was agreed on. */
export type Opening = { access: Access | undefined; agreed: boolean }

/** One client, from its first frame to its last. */
export type Session = {
  /** Takes a text frame. Frames are handled one after another, so results come in the order of the commands. */
  receive(data: Buffer): void
  receiveBinary(): void
  /** A ping was answered: it counts as a frame. */
  pinged(): void
  end(reason: CloseReason, why: string): void
  /** The connection is gone. */
  drop(): void
}

type Json = { value: unknown } | Problem

const isHello = (json: Json): boolean => 'value' in json && isRecord(json.value) && json.value.type === 'hello'

const partings = {
  v1: (reason: CloseReason, why: string): Parting => {
    const code = closeCodes[reason]
    return { frame: encode({ type: 'bye', code, reason: why }), code }
  },
  seed: (reason: CloseReason): Parting => ({ code: standardCodes[reason] }),
}

/**
 * Talks with a client over a wire. Executions and messages without a type are answered in the words of the two oldest
 * protocols, whoever sends them; all else in gal.v1 to a client that agreed on it or whose first frame is a hello, and with
 * an error of the oldest kind to any other. Those others hear nothing that they did not ask for.
 */
export const createSession = (wire: Wire, { access, agreed }: Opening, parts: SessionParts): Session => {
  const { limits, onDefect, onMessage, secrets = [] } = parts
  let dialect: 'v1' | 'seed' | undefined = agreed ? 'v1' : undefined
  let greeted = false
  let handled = Promise.resolve()
  const pace = createPace()
  const messages = createMessageLog(onMessage, secrets)
  const outlet = createOutlet(wire, {
    limits,
    onSent: () => conversation.spoke(),
    part: (reason, why) => partings[dialect ?? 'seed'](reason, why),
  })
  const conversation = createConversation(outlet, access, parts)
  const seed = createSeedConversation(outlet, { ...parts, access: conversation.access })

  const answerSeed = (json: Json) => {
    if ('value' in json) return seed.complain(whyNot(json.value))
    seed.complain(json.problem.code === 'too-deep' ? words.tooDeep(limits.depth) : words.notJson)
  }
  const answer = (json: Json, read: ReadFrame, spoken: 'v1' | 'seed'): Promise<void> | void => {
    const request = 'value' in json ? readSeedRequest(json.value) : undefined
    if (request) return seed.take(request)
    return spoken === 'v1' ? conversation.take(read) : answerSeed(json)
  }
  const next = (handle: () => Promise<void> | void): void => {
    handled = handled.then(() => (outlet.isOpen() ? handle() : undefined)).catch(onDefect)
  }
  /** Whether a frame may be looked at. A connection that sends too many is ended. */
  const admits = (): boolean => {
    if (!outlet.isOpen()) return false
    const most = dialect === 'v1' ? limits.commandsPerSecond : limits.messagesPerSecond
    if (!pace.isTooFast(most)) return true
    outlet.end('too-many-commands', `more than ${most} frames in a second`)
    return false
  }

  return {
    receive(data) {
      if (!admits()) return
      const longest = greeted ? limits.frameIn : limits.frameInBeforeHello
      if (data.length > longest) return outlet.end('frame-too-long', `a frame may have ${longest} bytes here`)
      const text = data.toString()
      const json = readJson(text, limits.depth)
      const spoken = dialect ?? (isHello(json) ? 'v1' : 'seed')
      dialect = spoken
      // Who was not let in could fill the log of others.
      if (spoken === 'seed' && conversation.access()) messages.tell(text)
      const read = 'value' in json ? readFrame(json.value) : json
      greeted ||= spoken === 'v1' && 'frame' in read && read.frame.type === 'hello'
      next(() => answer(json, read, spoken))
    },
    receiveBinary() {
      if (!admits()) return
      dialect ??= 'seed'
      if (dialect === 'v1') return outlet.end('text-only', 'frames are JSON in text messages; this one was binary')
      next(() => seed.complain(words.notText))
    },
    pinged() {
      // The pong waits for the client too.
      if (admits()) outlet.isFull()
    },
    end: outlet.end,
    drop() {
      outlet.drop()
      pace.stop()
      messages.stop()
      conversation.drop()
    },
  }
}
