import { z } from 'zod'
import { phaseNames } from '../core/names.ts'

/** The frames of protocol gal.v1: one JSON object in each text message. Both sides ignore fields that they do not know. */
export const subprotocol = 'gal.v1'

const id = z.string().min(1).max(200).describe("the client's own, unique among its open commands; comes back in the result")
const run = z.string().min(1).max(200)
const everyRun = z.literal('*')
const count = z.int().nonnegative()

export const clientFrames = {
  hello: z.object({
    type: z.literal('hello'),
    id,
    client: z.string().min(1).max(100).describe('who looks on: godot, web; notes and answers bear this name'),
    version: z
      .union([z.string().max(100), z.number()])
      .optional()
      .describe(`the protocol that the client speaks: "${subprotocol}" or 1; another one is refused with 4406`),
    token: z.string().max(500).optional(),
    max_frame: z
      .int()
      .min(4096)
      .max(64 * 1024 * 1024)
      .optional()
      .describe('bytes of the longest frame that the client can take'),
  }),
  ping: z.object({ type: z.literal('ping'), id }),
  subscribe: z.object({
    type: z.literal('subscribe'),
    id,
    run: z.union([everyRun, run]).describe('a run, its name shortened, `latest`, or * for all; the result names the real run'),
    after: count.default(0).describe('the last seq that the client has, or for * the last pos; from the beginning when missing'),
    cut: z
      .int()
      .min(64)
      .max(65_536)
      .optional()
      .describe('texts of more characters than this come as {chars, head}, and the event is marked cut'),
  }),
  unsubscribe: z.object({
    type: z.literal('unsubscribe'),
    id,
    run: z.union([everyRun, run]).describe('as the result of subscribe named it'),
  }),
  'run.start': z.object({
    type: z.literal('run.start'),
    id,
    topic: z.string().min(1).max(2000),
    config: z.record(z.string(), z.unknown()).optional().describe('settings for this run, nested as in config.yaml'),
    idempotency_key: z.string().min(1).max(200).optional().describe('the same key begins the same run, however often it is sent'),
  }),
  'run.list': z.object({ type: z.literal('run.list'), id }),
  'run.get': z.object({ type: z.literal('run.get'), id, run }),
  'run.resume': z.object({ type: z.literal('run.resume'), id, run }),
  'run.pause': z.object({ type: z.literal('run.pause'), id, run }),
  'run.stop': z.object({ type: z.literal('run.stop'), id, run }),
  'run.note': z.object({ type: z.literal('run.note'), id, run, text: z.string().min(1).max(4000), phase: z.enum(phaseNames).optional() }),
  'run.answer': z.object({
    type: z.literal('run.answer'),
    id,
    run,
    question: z.string().min(1).max(200),
    answer: z.string().min(1).max(4000),
  }),
  'agent.list': z.object({ type: z.literal('agent.list'), id }),
  'agent.execute': z.object({ type: z.literal('agent.execute'), id, agent_id: z.string().min(1).max(128) }),
  'events.get': z.object({
    type: z.literal('events.get'),
    id,
    run,
    from: z.int().positive().describe('the first seq that is wanted'),
    to: z
      .int()
      .positive()
      .describe('the last one; the result has `events`, as event frames, as many as a frame takes, and `next`: where to go on, or null'),
  }),
}
export type ClientType = keyof typeof clientFrames
export type ClientFrameOf<Type extends ClientType> = z.infer<(typeof clientFrames)[Type]>
export type ClientFrame = { [Type in ClientType]: ClientFrameOf<Type> }[ClientType]

const refusal = z.object({ code: z.string(), message: z.string() })
/** Why something that a client sent was not done. */
export type Refusal = z.infer<typeof refusal>

export const serverFrames = {
  welcome: z.object({
    type: z.literal('welcome'),
    server: z.object({ name: z.literal('gal'), version: z.string() }),
    protocol: z.literal(subprotocol),
    limits: z.object({ frame_in: count, frame_out: count, depth: count, commands_per_second: count }),
    heartbeat_ms: count,
    access: z.enum(['full', 'read-only']).describe('what the token of this connection allows; read-only changes nothing in the lab'),
  }),
  /**
   * Exactly one for each command, the hello included, in the order of the commands; those of agent.execute, run.start and
   * run.resume come when they are done, and hold up no other.
   */
  result: z.union([
    z.object({
      type: z.literal('result'),
      id,
      ok: z.literal(true),
      result: z.record(z.string(), z.unknown()),
      cut: z.literal(true).optional().describe('the result was too long for a frame: long texts, then long lists, are cut as in an event'),
    }),
    z.object({
      type: z.literal('result'),
      id,
      ok: z.literal(false),
      error: refusal.extend({ retryable: z.boolean().describe('the same command may succeed later') }),
    }),
  ]),
  event: z.object({
    type: z.literal('event'),
    run,
    seq: count.describe('counts in the run from 1, without a gap'),
    pos: count.describe('counts over all runs'),
    at: z.iso.datetime(),
    event: z.looseObject({ type: z.string() }).describe('the stored event unchanged, unless cut'),
    cut: z.literal(true).optional().describe('the event was too long for a frame: see event-frame.ts'),
  }),
  signal: z.object({ type: z.literal('signal'), run, key: z.string(), data: z.record(z.string(), z.unknown()) }),
  /** What a viewer shows of a run, when more was missed than is worth sending: the parts, joined in order, are the JSON of a ViewerState. */
  snapshot: z.object({
    type: z.literal('snapshot'),
    run,
    seq: count.describe('the last entry that is in it; the events after it follow'),
    part: count.describe('from 1'),
    parts: count,
    state: z.string().describe('a piece of the JSON'),
  }),
  'caught-up': z.union([
    z.object({ type: z.literal('caught-up'), run: everyRun, pos: count }),
    z.object({ type: z.literal('caught-up'), run, seq: count }),
  ]),
  heartbeat: z.object({
    type: z.literal('heartbeat'),
    heads: z.record(z.string(), count).describe('for each subscription the last seq that was sent, for * the last pos'),
  }),
  error: refusal.extend({ type: z.literal('error') }),
  bye: z.object({ type: z.literal('bye'), code: z.int(), reason: z.string() }),
}
export type ServerType = keyof typeof serverFrames
export type ServerFrame = { [Type in ServerType]: z.infer<(typeof serverFrames)[Type]> }[ServerType]

/** A frame as it goes over the wire: UTF-8. One buffer serves any number of viewers. */
export const encode = (frame: ServerFrame): Buffer => Buffer.from(JSON.stringify(frame))
