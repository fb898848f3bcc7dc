import './runs.css'
import { useMemo } from 'react'
import { useConnection } from '../../live/use-live.ts'
import { Problem } from '../../parts/problem.tsx'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { groupRuns } from './group-runs.ts'
import { NewRun } from './new-run.tsx'
import { NoRuns } from './no-runs.tsx'
import { RunsTable } from './runs-table.tsx'
import { useRuns } from './use-runs.ts'
import { useStart } from './use-start.ts'
import { runsWords } from './words.ts'

/** All runs of the server, and the form that begins another. */
export const RunsPage = () => {
  const words = useWords(runsWords)
  const shared = useWords()
  const { number } = useFormats()
  const { runs, problem, refresh } = useRuns()
  const { status, readOnly } = useConnection()
  const start = useStart()
  const groups = useMemo(() => groupRuns(runs ?? []), [runs])
  const models = useMemo(() => [...new Set((runs ?? []).map(({ model }) => model).filter((model) => model !== ''))], [runs])
  const asked = groups.running.filter(({ questions }) => questions > 0).length
  const toAnswer = readOnly ? words.questionsWait : words.needYou

  if (problem?.status === 401) return <Problem problem={problem} />
  return (
    <>
      <h1 className="visually-hidden">{shared.runs}</h1>
      <NewRun start={start} models={models} />
      {problem && problem.status !== 0 && (
        <p className="refused" role="alert">
          {words.problem}: {problem.message}
        </p>
      )}
      <div className={status === 'lost' ? 'stale' : ''}>
        {runs === undefined && !problem && <p className="waiting">{shared.loading}</p>}
        {runs?.length === 0 && <NoRuns start={start} />}
        <RunsTable title={words.needing} note={toAnswer(number(groups.needing.length))} runs={groups.needing} onDone={refresh} />
        <RunsTable
          title={words.running}
          note={asked > 0 ? toAnswer(number(asked)) : number(groups.running.length)}
          runs={groups.running}
          onDone={refresh}
        />
        <RunsTable title={words.open} note={words.openNote} runs={groups.open} onDone={refresh} />
        <RunsTable
          title={words.finished}
          note={words.newestFirst(number(groups.finished.length))}
          runs={groups.finished}
          onDone={refresh}
        />
      </div>
    </>
  )
}
