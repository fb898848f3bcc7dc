import { Link } from 'wouter'
import type { Refused } from '../live/rest.ts'
import { useWords } from '../words/use-words.ts'
import { TokenForm } from './token-form.tsx'

/** A page that cannot be shown, and what to do: the token is missing, the run is not here, or the server says something else. */
export const Problem = ({ problem, run }: { problem: Refused; run?: string }) => {
  const { noRun, notFound } = useWords()
  if (problem.status === 401) return <TokenForm />
  const unknown = run !== undefined && (problem.code === 'unknown-run' || problem.status === 404)
  return (
    <div className="empty">
      <h1>{unknown ? noRun.title(run) : problem.message}</h1>
      {unknown && <p>{noRun.why}</p>}
      <p className="onward">
        <Link href="/">{notFound.back}</Link>
      </p>
    </div>
  )
}

export const NotFound = () => {
  const { notFound } = useWords()
  return (
    <div className="empty">
      <h1>{notFound.title}</h1>
      <p className="onward">
        <Link href="/">{notFound.back}</Link>
      </p>
    </div>
  )
}
