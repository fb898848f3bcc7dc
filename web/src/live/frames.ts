/** Work that is done at most once a frame of the screen, however often it is asked for. */
export type Frames = {
  request(work: (at: number) => void): number
  cancel(handle: number): void
  /** Milliseconds, on the clock of the frames. */
  now(): number
}

/** Gives the function that asks for `work`, and one that takes the request back. */
export const oncePerFrame = ({ request, cancel }: Pick<Frames, 'request' | 'cancel'>, work: (at: number) => void) => {
  let handle: number | undefined
  return {
    ask() {
      handle ??= request((at) => {
        handle = undefined
        work(at)
      })
    },
    cancel() {
      if (handle !== undefined) cancel(handle)
      handle = undefined
    },
  }
}
