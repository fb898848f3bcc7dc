import './record.css'
import { useRunView } from '../../live/use-live.ts'
import { useWords } from '../../words/use-words.ts'
import { Record } from './record.tsx'

/** Every entry of a run's log, to be searched, narrowed, read whole and followed while it grows. */
export const RecordPage = ({ run }: { run: string }) => {
  const view = useRunView(run)
  const { loading } = useWords()
  return view ? <Record run={view} /> : <p className="waiting">{loading}</p>
}
