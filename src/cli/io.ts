/** What a command may touch of the terminal and the process. Tests hand in their own. */
export type Io = {
  out(text: string): void
  err(text: string): void
  /** Writes without a line end, for a live view. */
  raw(text: string): void
  env: Readonly<Record<string, string | undefined>>
  isTerminal: boolean
  columns: number
  rows: number
  /** Aborted by the first Ctrl-C. */
  interrupt: AbortSignal
}

/** The process's own terminal. A second Ctrl-C does not wait for anything. */
export const createIo = (): Io => {
  const controller = new AbortController()
  const stop = () => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  // A reader that goes away (gal show | head) is not an error of ours, and no reason to stop working: nothing more is written.
  let gone = false
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    gone = true
  })
  const write = (text: string) => void (gone || process.stdout.write(text))
  return {
    out: (text) => write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    raw: write,
    env: process.env,
    isTerminal: process.stdout.isTTY === true,
    get columns() {
      return process.stdout.columns ?? 80
    },
    get rows() {
      return process.stdout.rows ?? 24
    },
    interrupt: controller.signal,
  }
}
