import { useConnection, useTryNow } from '../live/use-live.ts'
import { never } from '../live/wire.ts'
import { useWords } from '../words/use-words.ts'
import { useNow } from './use-now.ts'

const LostBadge = ({ retryAt }: { retryAt: number | null }) => {
  const { connection } = useWords()
  const tryNow = useTryNow()
  const now = useNow(500)
  const seconds = retryAt === null ? 0 : Math.max(0, Math.ceil((retryAt - now) / 1000))
  if (retryAt === never) return <output className="badge">{connection.refused}</output>
  return (
    <span className="badge">
      {/* Read out once, and not again with every second. */}
      <output className="visually-hidden">{connection.trying}</output>
      <span aria-hidden="true">{seconds > 0 ? connection.lost(String(seconds)) : connection.trying}</span>
      <button type="button" onClick={tryNow}>
        {connection.tryNow}
      </button>
    </span>
  )
}

/** How the page stands to its server, in the bar. */
export const ConnectionBadge = () => {
  const { connection: words } = useWords()
  const { status, latency, retryAt, readOnly } = useConnection()
  if (status === 'lost') return <LostBadge retryAt={retryAt} />
  if (status === 'connecting') return <>{words.connecting}</>
  return (
    <>
      {readOnly && (
        <span className="tag" title={words.readOnlyWhy}>
          {words.readOnly}
        </span>
      )}
      {latency === null ? words.live : words.latency(String(latency))}
    </>
  )
}
