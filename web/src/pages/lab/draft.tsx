import { memo } from 'react'
import { Link } from 'wouter'
import type { ViewerState } from '../../../../src/core/viewer/viewer-state.ts'
import { EntryNumber } from '../../parts/entry-number.tsx'
import { Section } from '../../parts/section.tsx'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { DraftScores } from './draft-scores.tsx'
import { Nothing } from './nothing.tsx'
import { labWords } from './words.ts'

type DraftProps = { run: string; sections: ViewerState['sections']; scores: ViewerState['reportScores']; attempt: number }

/** The sections of the paper as they stand, and the marks that the draft was given. */
export const Draft = memo(({ run, sections, scores, attempt }: DraftProps) => {
  const { draft, sections: names } = useWords(labWords)
  const { number } = useFormats()
  const marks = scores.filter((score) => score.attempt === attempt)
  return (
    <Section title={draft.title} end={sections.length > 0 && <Link href={`/runs/${encodeURIComponent(run)}/paper`}>{draft.paper}</Link>}>
      {sections.length === 0 && <Nothing yet={draft.empty} />}
      {marks.length > 0 && <DraftScores run={run} marks={marks} />}
      <ol className="sections">
        {sections.map(({ name, seq, chars, head }) => (
          <li key={name}>
            <h3>{names[name]}</h3>
            <span className="three small">{draft.chars(number(chars))}</span>
            <EntryNumber run={run} seq={seq} />
            <p>{head}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
})
