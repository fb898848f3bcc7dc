import type { StoredEvent } from '../../../../../src/store/event-log.ts'
import type { Entries } from '../../../live/run-view.ts'
import { type Link, linksOf } from '../../../record/links.ts'
import type { RecordIndex } from '../../../record/record-index.ts'
import { useFormats } from '../../../words/format.ts'
import { useWords } from '../../../words/use-words.ts'
import { recordWords } from '../words.ts'

/** A program that many others were made from is named by its nearest. */
const most = 8

/** The entries around a place in a list that names many. */
const nearest = (seqs: readonly number[], seq: number): readonly number[] => {
  const others = seqs.filter((other) => other !== seq)
  if (others.length <= most) return others
  const after = others.findIndex((other) => other > seq)
  const middle = after < 0 ? others.length : after
  const start = Math.max(0, Math.min(middle - most / 2, others.length - most))
  return others.slice(start, start + most)
}

/** The links of an entry, each once: what a program and its turn share is told under the turn alone. */
const groupsOf = (entry: StoredEvent, index: RecordIndex): { link: Link; seqs: readonly number[]; more: number }[] =>
  linksOf(entry.event)
    .map((link) => ({ link, all: [...new Set(index.seqsOf(link))] }))
    .map(({ link, all }) => ({ link, seqs: nearest(all, entry.seq), count: all.filter((seq) => seq !== entry.seq).length }))
    .filter(({ seqs }) => seqs.length > 0)
    .map(({ link, seqs, count }) => ({ link, seqs, more: count - seqs.length }))

type RelatedProps = { entry: StoredEvent; index: RecordIndex; entries: Entries; onChoose: (seq: number) => void }

/** Entries about the same turn, program, question, paper: each a way there. */
export const Related = ({ entry, index, entries, onChoose }: RelatedProps) => {
  const words = useWords(recordWords)
  const { number } = useFormats()
  return groupsOf(entry, index).map(({ link: { relation, id }, seqs, more }) => (
    <div key={`${relation} ${id}`}>
      <dt title={id}>{words.relations[relation]}</dt>
      <dd>
        {seqs.map((seq) => (
          <a
            key={seq}
            className="related"
            href={`#e${seq}`}
            onClick={(click) => {
              click.preventDefault()
              onChoose(seq)
            }}
          >
            <span className="no">#{seq}</span> {entries.at(seq)?.event.type}
          </a>
        ))}
        {more > 0 && <span className="three">{words.more(number(more))}</span>}
      </dd>
    </div>
  ))
}
