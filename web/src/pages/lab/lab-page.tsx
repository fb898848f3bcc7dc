import { useRunView } from '../../live/use-live.ts'
import { Tape } from '../../record/tape.tsx'
import { useWords } from '../../words/use-words.ts'
import { Columns } from './columns.tsx'
import { MomentBar } from './moment-bar.tsx'
import { NeedsYou } from './needs-you.tsx'
import { RunHead } from './run-head.tsx'
import { Strip } from './strip.tsx'

/** The lab now: what needs a person, how the run stands, who does what, and what came of it so far. */
export const LabPage = ({ run }: { run: string }) => {
  const view = useRunView(run)
  const { loading } = useWords()
  if (!view) return <p className="waiting lab-waiting">{loading}</p>
  return (
    <>
      <NeedsYou key={run} view={view} />
      <MomentBar view={view} />
      <RunHead view={view} />
      <Strip view={view} />
      <Columns view={view} />
      <Tape run={view} />
    </>
  )
}
