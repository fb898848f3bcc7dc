import { useState } from 'react'

/** The value, or while it is not there the last one that was: what is shown stays until the next is complete. */
export const useLast = <Value>(value: Value | undefined): Value | undefined => {
  const [last, setLast] = useState(value)
  if (value !== undefined && value !== last) setLast(value)
  return value ?? last
}
