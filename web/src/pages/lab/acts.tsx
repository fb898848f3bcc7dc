import { useState } from 'react'
import type { RunView } from '../../live/run-view.ts'
import { useConnection } from '../../live/use-live.ts'
import { Button } from '../../parts/button.tsx'
import { useWords } from '../../words/use-words.ts'
import { NoteDialog } from './note-dialog.tsx'
import { useCommand } from './use-command.ts'
import { labWords } from './words.ts'

/** Note, pause or resume, and stop. They act on the run as it is now, whatever moment is shown. */
export const Acts = ({ view: { run, head, driven } }: { view: RunView }) => {
  const { acts } = useWords(labWords)
  const { readOnly, status } = useConnection()
  const { busy, refused, send } = useCommand()
  const [noting, setNoting] = useState(false)
  if (head.outcome) return null
  const off = busy || readOnly || status !== 'live'
  const { pause, stop } = head.asked
  const asked = driven ? (stop ?? pause) : null
  return (
    <div className="acts-of-run">
      <div className="acts">
        <Button icon="note" disabled={readOnly || status !== 'live'} onClick={() => setNoting(true)}>
          {acts.note}
        </Button>
        {driven ? (
          <Button icon="pause" disabled={off || pause !== null || stop !== null} onClick={() => send({ type: 'run.pause', run })}>
            {pause === null ? acts.pause : acts.pausing}
          </Button>
        ) : (
          <Button icon="play" disabled={off} onClick={() => send({ type: 'run.resume', run })}>
            {acts.resume}
          </Button>
        )}
        {driven && (
          <Button icon="stop" kind="danger" disabled={off || stop !== null} onClick={() => send({ type: 'run.stop', run })}>
            {stop === null ? acts.stop : acts.stopping}
          </Button>
        )}
      </div>
      {asked !== null && <p className="said">{acts.asked(asked)}</p>}
      {readOnly && <p className="said">{acts.readOnly}</p>}
      <p className="refused" role="alert">
        {refused}
      </p>
      {noting && <NoteDialog run={run} onClose={() => setNoting(false)} />}
    </div>
  )
}
