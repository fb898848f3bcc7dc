import { useFormats } from '../words/format.ts'
import { useNow } from './use-now.ts'

/** Seconds as a clock: 41:18. */
export const Duration = ({ seconds }: { seconds: number }) => {
  const { clock } = useFormats()
  return <span className="num">{clock(seconds)}</span>
}

/** The time of day of an ISO time; the whole of it on hover. */
export const Time = ({ at, precise = false }: { at: string; precise?: boolean }) => {
  const { time, day } = useFormats()
  return (
    <time dateTime={at} title={day(at)}>
      {time(at, precise)}
    </time>
  )
}

/** How long ago an ISO time was; it grows by itself. */
export const Age = ({ at }: { at: string }) => {
  const { age, day } = useFormats()
  return (
    <time dateTime={at} title={day(at)}>
      {age(at, useNow(30_000))}
    </time>
  )
}
