import { memo, useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { ContractView, ProgramView } from '../../../../src/core/viewer/viewer-state.ts'
import type { StoredEvent } from '../../../../src/store/event-log.ts'
import { EntryNumber } from '../../parts/entry-number.tsx'
import { Section } from '../../parts/section.tsx'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { AxisChoice } from './axis-choice.tsx'
import { laidOut } from './laid.ts'
import { measuresOf } from './measures.ts'
import { Nothing } from './nothing.tsx'
import { experimentsOf } from './program-rows.ts'
import { ProgramTree } from './program-tree.tsx'
import { labWords } from './words.ts'
import './programs.css'

type ProgramsProps = {
  run: string
  programs: readonly ProgramView[]
  /** Programs that are on the log and no longer in `programs`. */
  leftOut: number
  attempt: number
  contract: ContractView | null
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
export const Programs = memo(({ run, programs, leftOut, attempt, contract, ...rest }: ProgramsProps) => {
  const words = useWords(labWords).programs
  const { attempt: attemptWord } = useWords()
  const { number } = useFormats()
  const [chosen, setChosen] = useState<string>()
  const shown = useMemo(() => byAttempt(programs), [programs])
  const measures = useMemo(() => measuresOf(shown.flatMap(({ of }) => of)), [shown])
  const [latest, ...earlier] = shown
  if (!latest) {
    return (
      <Section title={words.title}>
        <Nothing yet={words.empty} />
      </Section>
    )
  }
  const all = shown.flatMap(({ of }) => of)
  const laid = laidOut(chosen, { contract, measures, programs: all })
  const isScored = all.some(({ score }) => score !== null)
  const measured = isScored || !all.some(({ spread }) => spread !== undefined) ? undefined : contract?.metric
  const first = latest.of[0]
  return (
    <Section
      title={words.title}
      note={latest.number === attempt && attempt === 1 ? undefined : attemptWord(String(latest.number))}
      end={first && <EntryNumber run={run} seq={first.startSeq} />}
    >
      <AxisChoice programs={all} measures={measures} contract={contract} laid={laid} onChoose={setChosen} />
      <ProgramTree key={latest.number} run={run} programs={latest.of} laid={laid} measured={measured} {...rest} />
      {leftOut > 0 && (
        <p className="tree-more">
          {words.leftOut(number(leftOut))} <Link href={`/runs/${encodeURIComponent(run)}/record`}>{words.record}</Link>.
        </p>
      )}
      {earlier.map(({ number: earlierNumber, of }) => (
        <details key={earlierNumber} className="more">
          <summary>{(leftOut > 0 ? words.attemptKept : words.attempt)(String(earlierNumber), of.length)}</summary>
          <ProgramTree run={run} programs={of} laid={laid} measured={measured} {...rest} />
        </details>
      ))}
    </Section>
  )
})
