import { memo, useMemo, useState } from 'react'
import type { ProgramView } from '../../../../src/core/viewer/viewer-state.ts'
import type { StoredEvent } from '../../../../src/store/event-log.ts'
import { EntryNumber } from '../../parts/entry-number.tsx'
import { Section } from '../../parts/section.tsx'
import { useWords } from '../../words/use-words.ts'
import { AxisChoice } from './axis-choice.tsx'
import { measuresOf } from './measures.ts'
import { experimentsOf } from './program-rows.ts'
import { ProgramTree } from './program-tree.tsx'
import { labWords } from './words.ts'
import './programs.css'

type ProgramsProps = {
  run: string
  programs: readonly ProgramView[]
  attempt: number
  best: string | null
  /** The entries in which programs were scored, by program, as far as they are here. */
  scored: ReadonlyMap<string, StoredEvent>
  printing: ReadonlyMap<string, string>
  now: number
}

/** The attempts that have experiments, the latest first. */
const byAttempt = (programs: readonly ProgramView[]) => {
  const attempts = [...new Set(programs.map((program) => program.attempt))].sort((a, b) => b - a)
  return attempts.map((number) => ({ number, of: experimentsOf(programs, number) })).filter(({ of }) => of.length > 0)
}

/** The programs of this attempt as a tree beside one axis; those of earlier attempts folded away below. */
export const Programs = memo(({ run, programs, attempt, ...rest }: ProgramsProps) => {
  const words = useWords(labWords).programs
  const { attempt: attemptWord } = useWords()
  const [chosen, setChosen] = useState('score')
  const shown = useMemo(() => byAttempt(programs), [programs])
  const measures = useMemo(() => measuresOf(shown.flatMap(({ of }) => of)), [shown])
  const [latest, ...earlier] = shown
  if (!latest) {
    return (
      <Section title={words.title}>
        <p className="none">{words.empty}</p>
      </Section>
    )
  }
  const measure = measures.find(({ key }) => key === chosen)
  const first = latest.of[0]
  return (
    <Section
      title={words.title}
      note={latest.number === attempt && attempt === 1 ? undefined : attemptWord(String(latest.number))}
      end={first && <EntryNumber run={run} seq={first.startSeq} />}
    >
      <AxisChoice measures={measures} chosen={measure?.key ?? 'score'} onChoose={setChosen} />
      <ProgramTree run={run} programs={latest.of} measure={measure} {...rest} />
      {earlier.map(({ number, of }) => (
        <details key={number} className="more">
          <summary>{words.attempt(String(number), of.length)}</summary>
          <ProgramTree run={run} programs={of} measure={measure} {...rest} />
        </details>
      ))}
    </Section>
  )
})
