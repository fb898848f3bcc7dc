import { type RefObject, useState } from 'react'
import { Link } from 'wouter'
import type { RunView } from '../../../live/run-view.ts'
import { runHref } from '../../../parts/bar.tsx'
import { IconButton } from '../../../parts/button.tsx'
import { entryHref } from '../../../parts/entry-number.tsx'
import { RoleMark } from '../../../parts/role-mark.tsx'
import type { RecordIndex } from '../../../record/record-index.ts'
import { isRole } from '../../../record/whos.ts'
import { useFormats } from '../../../words/format.ts'
import { useWords } from '../../../words/use-words.ts'
import { recordWords } from '../words.ts'
import { Copy } from './copy.tsx'
import { Fields } from './fields.tsx'
import { type Form, Forms } from './forms.tsx'
import { Related } from './related.tsx'
import { Steps } from './steps.tsx'
import { Stored } from './stored.tsx'
import { tookOf } from './took.ts'
import { useWhole } from './use-whole.ts'

type DetailProps = {
  run: RunView
  index: RecordIndex
  seq: number
  onChoose: (seq: number | null) => void
  head?: RefObject<HTMLHeadingElement | null>
}

/** One entry, whole: whose it is, what it says, what it hangs together with, and how it is stored. */
export const Detail = ({ run, index, seq, onChoose, head }: DetailProps) => {
  const words = useWords(recordWords)
  const { roles, phases } = useWords()
  const { number, day } = useFormats()
  const { entry, whole, why } = useWhole(run.entries, seq)
  const [form, setForm] = useState<Form>('fields')
  const span = index.spanAt(seq)
  const who = index.whoAt(seq)
  const took = entry && tookOf(entry, index)
  return (
    <>
      <div className="head">
        <h2 tabIndex={-1} ref={head}>
          {words.entry(String(seq))}
        </h2>
        <span className="mono small two">{entry?.event.type}</span>
        <Steps seq={seq} last={run.entries.head} onChoose={onChoose} />
        <IconButton icon="close" label={words.close} onClick={() => onChoose(null)} />
      </div>
      <p className="whose small two">
        {isRole(who) && <RoleMark role={who} size="small" />}
        <span>{isRole(who) ? roles[who] : who === 'person' ? words.person : words.ofLab}</span>
        <span>{span.phase ? words.attemptOf(phases[span.phase], String(span.attempt)) : words.outside}</span>
      </p>
      {!entry && !why && <p className="two">{words.fetching}</p>}
      {why && <p className="refused">{words.notFetched(why)}</p>}
      {entry && (
        <>
          <dl className="facts">
            <div>
              <dt>{words.stored}</dt>
              <dd>
                <time className="mono" dateTime={entry.at} title={day(entry.at)}>
                  {entry.at.slice(0, 10)} {entry.at.slice(11, 23)} UTC
                </time>
              </dd>
            </div>
            {took !== undefined && (
              <div>
                <dt>{words.took}</dt>
                <dd>{words.seconds(number(took, 3))}</dd>
              </div>
            )}
            <Related entry={entry} index={index} entries={run.entries} onChoose={onChoose} />
          </dl>
          <Forms form={form} onForm={setForm} />
          <div className="form" aria-busy={!whole && !why}>
            {form === 'fields' ? <Fields event={entry.event} /> : <Stored key={`${seq} ${whole}`} entry={entry} />}
          </div>
          <p className="acts">
            <Link className="small" href={runHref(run.run)} onClick={() => run.player.seek(seq)}>
              {words.showLab}
            </Link>
            <Copy key={`entry ${seq}`} name={words.copy} text={() => JSON.stringify(entry, null, 2)} />
            <Copy key={`link ${seq}`} name={words.copyLink} text={() => location.origin + entryHref(run.run, seq)} />
          </p>
        </>
      )}
    </>
  )
}
