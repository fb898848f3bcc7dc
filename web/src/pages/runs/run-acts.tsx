import { useState } from 'react'
import { Link } from 'wouter'
import type { RunSummary } from '../../../../src/transport/lab-control.ts'
import { Refused } from '../../live/rest.ts'
import { useConnection, useSend } from '../../live/use-live.ts'
import { runHref } from '../../parts/bar.tsx'
import { Button } from '../../parts/button.tsx'
import type { IconName } from '../../parts/icon.tsx'
import { useWords } from '../../words/use-words.ts'
import { runsWords } from './words.ts'

type Act = 'pause' | 'resume' | 'stop'
const icons: Readonly<Record<Act, IconName>> = { pause: 'pause', resume: 'play', stop: 'stop' }

/** A run that waits for an answer and is not driven has nothing to go on with before the answer is there. */
const actsFor = ({ status, driver }: RunSummary): readonly Act[] => {
  if (status === 'ended') return []
  if (driver !== null) return ['pause', 'stop']
  return status === 'waiting' ? [] : ['resume']
}

type RunActsProps = { summary: RunSummary; onDone: () => void }

/** What may be done to a run that has not ended; what the server says to it stands beside. */
export const RunActs = ({ summary, onDone }: RunActsProps) => {
  const { run } = summary
  const words = useWords(runsWords)
  const send = useSend()
  const { status, readOnly } = useConnection()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ text: string; refused: boolean }>()
  const after: Readonly<Record<Act, string | undefined>> = { pause: words.askedToPause, stop: words.askedToStop, resume: undefined }

  const act = async (what: Act) => {
    setBusy(true)
    setSaid(undefined)
    try {
      await send({ type: `run.${what}`, run })
      const text = after[what]
      if (text !== undefined) setSaid({ text, refused: false })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setSaid({ text: error.message, refused: true })
    } finally {
      setBusy(false)
      onDone()
    }
  }
  return (
    <div className="acts">
      {summary.questions > 0 && !readOnly && (
        <Link className="button" href={runHref(run)} aria-label={words.of(words.answer, run)}>
          {words.answer}
        </Link>
      )}
      {actsFor(summary).map((what) => (
        <Button
          key={what}
          icon={icons[what]}
          kind={what === 'stop' ? 'danger' : 'outlined'}
          disabled={busy || status !== 'live' || readOnly}
          aria-label={words.of(words[what], run)}
          onClick={() => act(what)}
        >
          {words[what]}
        </Button>
      ))}
      <output className={said?.refused ? 'refused' : 'said'}>{said?.text}</output>
    </div>
  )
}
