import { useEffect, useMemo, useState } from 'react'
import { useRest } from '../../../live/use-live.ts'
import { artifactPath } from './run-path.ts'
import { type Loaded, useLoaded } from './use-loaded.ts'

/** A picture of a run as an address that an <img> can show: it was fetched with the token, which a link cannot carry. */
export const usePicture = (run: string, name: string, hash: string | undefined): Loaded<string> => {
  const rest = useRest()
  const load = useMemo(
    () => (hash === undefined ? null : (signal: AbortSignal) => rest.blob(artifactPath(run, name), { signal })),
    [rest, run, name, hash],
  )
  const { value, problem } = useLoaded(load)
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!value) return
    const made = URL.createObjectURL(value)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [value])
  return { value: address, problem }
}
