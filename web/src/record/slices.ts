/** The clock and the way to be called again that a long piece of work is cut up with. */
export type Slicing = {
  /** Milliseconds, from anywhere. */
  now: () => number
  /** Calls back once the page had time to draw; gives the function that calls it off. */
  later: (go: () => void) => () => void
  /** How long one slice may take, in ms: a frame at 60 a second has 16. */
  budget: number
}

const browserSlicing: Slicing = {
  now: () => performance.now(),
  later: (go) => {
    const timer = setTimeout(go, 0)
    return () => clearTimeout(timer)
  },
  budget: 6,
}

/**
 * Does work in slices, the first one at once, and gives the function that ends it early.
 * @param step does a little, well below the budget, and says whether there is more to do
 * @param onSlice called after each slice with whether all is done
 */
export const inSlices = (step: () => boolean, onSlice: (done: boolean) => void, { now, later, budget }: Slicing = browserSlicing) => {
  let cancel: () => void = () => undefined
  const slice = () => {
    const end = now() + budget
    let more = step()
    while (more && now() < end) more = step()
    if (more) cancel = later(slice)
    onSlice(!more)
  }
  slice()
  return () => cancel()
}
