import { useEffect, useState } from 'react'

export type Loaded<Value> = { value: Value | undefined; problem: Error | undefined }

/**
 * What a load gave. Another load keeps the value before until its own is here, so that nothing jumps. `load` has to stay the
 * same function between drawings (useMemo); null is nothing to load.
 */
export const useLoaded = <Value>(load: ((signal: AbortSignal) => Promise<Value>) | null): Loaded<Value> => {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ value: undefined, problem: undefined })
  useEffect(() => {
    if (!load) {
      setLoaded({ value: undefined, problem: undefined })
      return
    }
    const control = new AbortController()
    load(control.signal).then(
      (value) => control.signal.aborted || setLoaded({ value, problem: undefined }),
      (problem: unknown) => {
        if (control.signal.aborted) return
        setLoaded((before) => ({ ...before, problem: problem instanceof Error ? problem : new Error(String(problem)) }))
      },
    )
    return () => control.abort()
  }, [load])
  return loaded
}
