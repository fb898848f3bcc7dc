/** What one connection may ask for and what it is given. Times in milliseconds, sizes in bytes. Tests shorten the times. */
export const limits = {
  /** Longest frame from a client before and after its hello. The oldest clients say none, so the first is theirs for good. */
  frameInBeforeHello: 64 * 1024,
  frameIn: 1024 * 1024,
  /** How deep a client's JSON may be nested. */
  depth: 32,
  commandsPerSecond: 50,
  /** Text frames a second from a client that never said hello: such clients know no limit, so only abuse meets this one. */
  messagesPerSecond: 500,
  /** Commands that take long (agent.execute, run.start, run.resume) and are not done yet, on one connection. */
  openCommands: 16,
  /** Executions that wait for their turn on one connection of the oldest clients. */
  waitingExecutions: 64,
  /** Longest frame to a client that names no `max_frame`: below 65,535, where Godot's WebSocketPeer breaks off. */
  frameOut: 60 * 1024,
  /** Longest answer to a client that never said hello: what the usual libraries of such clients take. */
  answerOut: 1024 * 1024,
  /** Entries that are sent one by one to a viewer that comes back; one that missed more gets a snapshot and what follows it. */
  gap: 10_000,
  /** Nothing more is read from the log for a client while this much, or so many frames, wait for it. */
  waiting: 1024 * 1024,
  waitingFrames: 1024,
  /** Signals are dropped for a client for which more than this waits. */
  waitingForSignals: 64 * 1024,
  waitingFramesForSignals: 128,
  /** How long a client may leave more than `waiting` or `waitingFrames` untaken. */
  patience: 5_000,
  heartbeat: 15_000,
  ping: 25_000,
  silence: 60_000,
  /** How long a client may take to read what it was sent before its connection was ended; and when the server closes. */
  goodbye: 10_000,
  farewell: 500,
}

export type Limits = typeof limits

/** Why a connection was ended. 43xx and 1001: come back, with `after`; the others: do not, without a change. */
export const closeCodes = {
  'server-closing': 1001,
  'text-only': 1003,
  'frame-too-long': 1009,
  defect: 1011,
  slow: 4308,
  silent: 4309,
  'no-token': 4401,
  'foreign-origin': 4403,
  'no-such-version': 4406,
  'too-many-commands': 4429,
} as const
export type CloseReason = keyof typeof closeCodes

/** The same for clients that know only the codes of RFC 6455 (1008: a rule was broken; 1013: come back later). */
export const standardCodes: Readonly<Record<CloseReason, number>> = {
  'server-closing': 1001,
  'text-only': 1003,
  'frame-too-long': 1009,
  defect: 1011,
  slow: 1013,
  silent: 1001,
  'no-token': 1008,
  'foreign-origin': 1008,
  'no-such-version': 1008,
  'too-many-commands': 1008,
}
