import { createLoggable } from './loggable.ts'

/** Messages of one connection that are told within a second; what is beyond is counted. */
const most = 20

/** Where the messages of one connection are told to the server's log. */
export type MessageLog = {
  tell(text: string): void
  /** The connection is gone: tells what was left out until now. */
  stop(): void
}

/** Tells the messages of one connection, each fit to be printed. A flood costs a few lines a second and no more. */
export const createMessageLog = (onMessage: (text: string) => void, secrets: readonly string[]): MessageLog => {
  const loggable = createLoggable(secrets)
  let second: NodeJS.Timeout | undefined
  let count = 0

  const close = () => {
    clearTimeout(second)
    const left = count - most
    second = undefined
    count = 0
    if (left > 0) onMessage(`… ${left} more of this connection were left out: at most ${most} a second are told`)
  }
  return {
    tell(text) {
      second ??= setTimeout(close, 1000).unref()
      count += 1
      if (count <= most) onMessage(loggable(text))
    },
    stop: close,
  }
}
