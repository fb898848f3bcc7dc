/** What one request may ask for, and what one server gives. Times in milliseconds, sizes in bytes. */
export const httpLimits = {
  body: 1024 * 1024,
  /** Of what is wrong with a body so much is told, and a problem's sentences have so many characters. */
  issues: 20,
  detail: 2000,
  /** How deep a JSON body may be nested. */
  depth: 32,
  /** All header lines together. */
  headers: 16 * 1024,
  /** How long a client may take for its header lines, and for its whole request. */
  headersTime: 10_000,
  requestTime: 30_000,
  /** How often the clients that take too long are looked for. */
  interval: 5_000,
  /** How long a connection may stay open between two requests. */
  idle: 10_000,
  /** Streams of events that are open at once. */
  streams: 200,
  /** A stream on which nothing was sent for so long gets a comment, so that proxies keep it open. */
  heartbeat: 15_000,
  /** Entries on one page, when nothing is said and at most. */
  page: 500,
  pageMost: 2000,
  /** Texts on a page may be cut to no less than this many characters, and no more. */
  cutLeast: 64,
  cutMost: 65_536,
  /** Seconds after which it is worth to ask again. */
  retryAfter: 5,
} as const
