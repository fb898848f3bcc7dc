import { memo } from 'react'
import type { StoredEvent } from '../../../../../src/store/event-log.ts'
import { RoleMark } from '../../../parts/role-mark.tsx'
import { isRole, type Who } from '../../../record/whos.ts'
import { clock } from '../../../words/format.ts'
import { Sentence } from './marked.tsx'

type RowProps = {
  entry: StoredEvent
  who: Who
  fault: boolean
  /** Seconds since the run began. */
  seconds: number
  chosen: boolean
  /** After the moment that the timeline shows. */
  later: boolean
  needle: string
  /** The one row that the tab key stops at. */
  stop: boolean
  onChoose: (seq: number) => void
}

/** One entry: number, time, person, name of the event, a sentence. */
export const Row = memo(({ entry, who, fault, seconds, chosen, later, needle, stop, onChoose }: RowProps) => {
  const { seq, event } = entry
  const tone = fault ? 'fault' : event.type === 'question-ask' ? 'ask' : ''
  return (
    <a
      className={`ev ${tone} ${later ? 'later' : ''}`}
      href={`#e${seq}`}
      data-seq={seq}
      tabIndex={stop ? 0 : -1}
      aria-current={chosen ? 'true' : undefined}
      onClick={(click) => {
        if (click.metaKey || click.ctrlKey || click.shiftKey) return
        click.preventDefault()
        onChoose(seq)
      }}
    >
      <span className="no">{seq}</span>
      <time>{clock(seconds)}</time>
      {isRole(who) ? <RoleMark role={who} size="small" named /> : <span className="nobody" />}
      <span className="name">{event.type}</span>
      <span className="say">
        <Sentence entry={entry} needle={needle} />
      </span>
    </a>
  )
})
