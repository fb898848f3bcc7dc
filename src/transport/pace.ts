/** Counts frames within a second, from the first of them. */
export const createPace = () => {
  let count = 0
  let second: NodeJS.Timeout | undefined
  return {
    /** Counts one more. @param most so many may come in the second */
    isTooFast(most: number): boolean {
      second ??= setTimeout(() => {
        second = undefined
        count = 0
      }, 1000).unref()
      count += 1
      return count > most
    },
    stop: () => clearTimeout(second),
  }
}
