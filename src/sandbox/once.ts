/** Does something at the first call and gives what came of it at every call. */
export const once = <T>(act: () => T): (() => T) => {
  let done: { value: T } | undefined
  return () => {
    done ??= { value: act() }
    return done.value
  }
}
