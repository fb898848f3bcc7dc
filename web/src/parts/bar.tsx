import { Link } from 'wouter'
import { useConnection } from '../live/use-live.ts'
import { useWords } from '../words/use-words.ts'
import { ConnectionBadge } from './connection-badge.tsx'
import { NavLink } from './link.tsx'
import { ThemeToggle } from './theme-toggle.tsx'

type BarProps = {
  /** The run whose pages are linked, and its topic for the pages that do not show it large. */
  run?: string | undefined
  topic?: string | undefined
}

export const runHref = (run: string, page: '' | '/record' | '/paper' = ''): string => `/runs/${encodeURIComponent(run)}${page}`

/** At the top of every page: where one may go, and how the page stands to its server. */
export const Bar = ({ run, topic }: BarProps) => {
  const words = useWords()
  const { status } = useConnection()
  return (
    <header className="bar">
      <Link className="brand" href="/" aria-label={words.home}>
        gal
        <span className={`lampdot ${status === 'lost' ? 'lost' : status === 'live' ? '' : 'off'}`} aria-hidden="true" />
      </Link>
      {run !== undefined && <span className="which top mono">{run}</span>}
      <nav aria-label={words.main}>
        <NavLink href="/">{words.runs}</NavLink>
        <NavLink href="/agents">{words.agents}</NavLink>
        {run !== undefined && (
          <>
            <span className="which mono">{run}</span>
            <NavLink href={runHref(run)}>{words.lab}</NavLink>
            <NavLink href={runHref(run, '/record')}>{words.record}</NavLink>
            <NavLink href={runHref(run, '/paper')}>{words.paper}</NavLink>
          </>
        )}
      </nav>
      {topic !== undefined && <span className="topic-line">{topic}</span>}
      <div className="end">
        <span className="link-state">
          <ConnectionBadge />
        </span>
        <ThemeToggle />
      </div>
    </header>
  )
}
