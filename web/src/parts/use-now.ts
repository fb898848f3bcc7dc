import { useEffect, useState } from 'react'

/** The time in ms since 1970, looked at again every so many ms; with null it stands still. */
export const useNow = (every: number | null): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (every === null) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), every)
    return () => clearInterval(timer)
  }, [every])
  return now
}
