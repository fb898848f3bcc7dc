import { type ReactNode, Suspense } from 'react'
import { Frame } from './frame.tsx'
import { useRunProblem, useRunTopic } from './live/use-live.ts'
import { Problem } from './parts/problem.tsx'
import { useWords } from './words/use-words.ts'

type RunFrameProps = { run: string; page: 'lab' | 'record' | 'paper'; children: ReactNode }

/** What surrounds the pages of a run; the lab page shows the topic large, so its bar does without. */
export const RunFrame = ({ run, page, children }: RunFrameProps) => {
  const words = useWords()
  const problem = useRunProblem(run)
  const topic = useRunTopic(run)
  return (
    <Frame title={`${run} · ${words[page]}`} run={run} topic={page === 'lab' ? undefined : topic}>
      {problem ? (
        <Problem problem={problem} run={run} />
      ) : (
        <Suspense fallback={<p className="waiting">{words.loading}</p>}>{children}</Suspense>
      )}
    </Frame>
  )
}
