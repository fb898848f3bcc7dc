import { useFormats } from '../../words/format.ts'
import type { Progress } from './progress.ts'

/** How far a running program is: a thin bar, and what it says there. */
export const ProgramProgress = ({ progress: { share, text } }: { progress: Progress }) => {
  const { number } = useFormats()
  return (
    <span className="progress">
      <span>
        <span className="num">{`${number(share * 100)} %`}</span>
        <span className="mono small">{text}</span>
      </span>
      <i className="track" aria-hidden="true">
        <i style={{ width: `${share * 100}%` }} />
      </i>
    </span>
  )
}
