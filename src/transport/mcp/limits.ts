/** What one answer over MCP may hold, and what one server keeps. Times in milliseconds. */
export const mcpLimits = {
  /** Bytes of a report that are given whole. */
  report: 200_000,
  /** Entries of a log, the last ones; characters of each text in them; bytes of all together. */
  entries: 500,
  entryChars: 1000,
  entryBytes: 500_000,
  /** Runs in a list, the last ones. */
  runs: 100,
  /** Characters of a topic in a list. */
  topicChars: 300,
  /** Characters of what a person may say, and of what fills a slot of a prompt. */
  words: 20_000,
  slotChars: 200_000,
  /** Bytes of what came of an execution. */
  results: 200_000,
  /** Clients of older revisions that are remembered; the one that was silent longest is forgotten first, and any after so long a silence. */
  sessions: 200,
  silence: 30 * 60_000,
  /** Resources that one client may follow. */
  subscriptions: 1000,
  /** A resource that changes is told of at most once in this time. */
  quiet: 1000,
} as const
