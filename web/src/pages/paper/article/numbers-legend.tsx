import type { MouseEvent, ReactNode } from 'react'
import { useFormats } from '../../../words/format.ts'
import { useWords } from '../../../words/use-words.ts'
import { markId, sectionId, usePaper } from '../paper-context.ts'
import type { Report } from '../text/report-tree.ts'
import { textOfBlocks } from '../text/text-of-blocks.ts'
import type { Mark } from '../text/trace-report.ts'
import { paperWords } from '../words.ts'

const told = ['measured', 'derived', 'setting', 'paper', 'year', 'unchecked'] as const

const countOf = (marks: readonly Mark[], kind: Mark['kind']): number => marks.filter((mark) => mark.kind === kind).length

/** Things to check, each an item of gal's list; its one sentence that nothing stood out is none. */
const checksIn = ({ sections }: Report, nothing: string): number =>
  sections
    .filter(({ kind }) => kind === 'check')
    .flatMap(({ parts }) => parts.flatMap(({ blocks }) => blocks))
    .flatMap((block) => (block.kind === 'list' ? block.items : []))
    .filter((item) => textOfBlocks(item).trim() !== nothing).length

/** Leads to the first number of its kind. */
const FirstOf = ({ kind, children }: { kind: Mark['kind']; children: ReactNode }) => {
  const { marks, choose } = usePaper()
  const first = marks.find((mark) => mark.kind === kind)
  if (!first) return children
  const onClick = (event: MouseEvent) => {
    event.preventDefault()
    choose({ kind: 'number', mark: first.mark })
    document.getElementById(markId(first.mark))?.focus()
  }
  return (
    <a className={`legend-word ${kind}`} href={`#${markId(first.mark)}`} onClick={onClick}>
      {children}
    </a>
  )
}

/** How many numbers of the paper are traced, and to what: each word is drawn as its numbers are. */
export const NumbersLegend = ({ report, nothing, complete }: { report: Report; nothing: string; complete: boolean }) => {
  const { marks, references } = usePaper()
  const words = useWords(paperWords)
  const { number } = useFormats()
  const counted = told.reduce((sum, kind) => sum + countOf(marks, kind), 0)
  const known = references.filter(({ paper }) => paper !== undefined).length
  const checks = checksIn(report, nothing)
  return (
    <div className="checked">
      <p>
        <b>{counted ? words.numbers(number(counted)) : words.noNumbers}</b>{' '}
        <span className="two">
          {told
            .map((kind) => ({ kind, count: countOf(marks, kind) }))
            .filter(({ count }) => count > 0)
            .map(({ kind, count }) => (
              <span key={kind}>
                <FirstOf kind={kind}>{words.kinds[kind](number(count))}</FirstOf>
              </span>
            ))}
          {!complete && <span className="three">{words.tracing}</span>}
        </span>
      </p>
      {references.length > 0 && (
        <p>
          <b>{words.citations(number(references.length))}</b>{' '}
          <span className="two">
            {known > 0 && <span>{words.inRecord(number(known))}</span>}
            {known < references.length && (
              <span className="legend-word unchecked">{words.notInRecord(number(references.length - known))}</span>
            )}
          </span>
        </p>
      )}
      {report.sections.some(({ kind }) => kind === 'check') && (
        <p>
          <a href={`#${sectionId('check')}`}>{checks > 0 ? words.toCheck(number(checks)) : words.nothingToCheck}</a>
        </p>
      )}
    </div>
  )
}
