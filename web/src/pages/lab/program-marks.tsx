import type { FlagView, JudgementView, ProgramView } from '../../../../src/core/viewer/viewer-state.ts'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { shortId } from './program-rows.ts'
import { labWords } from './words.ts'

const Doubt = ({ flag: { kind, why } }: { flag: FlagView }) => {
  const { flags } = useWords(labWords).programs
  return (
    <span className="doubt">
      <i className="flag" aria-hidden="true" />
      <strong>{flags[kind]}</strong>
      {why !== '' && <span>{why}</span>}
    </span>
  )
}

/** Below this a p says no more than that it is small. */
const smallest = 0.001

/** Whether it was accepted as the best, against which program, by how much, and how sure that is. */
const Judged = ({ judged: { accepted, against, p, difference, pairs } }: { judged: JudgementView }) => {
  const { judged: words } = useWords(labWords).programs
  const { fixed, number } = useFormats()
  const mark = <i className={accepted ? 'verdict yes' : 'verdict'} aria-hidden="true" />
  if (against === null || p === null)
    return (
      <span className="judged">
        {mark}
        {accepted ? words.first : words.out}
      </span>
    )
  const facts = [
    ...(difference === null ? [] : [`${difference < 0 ? '−' : '+'}${number(Math.abs(difference), 3)}`]),
    p < smallest ? `p < ${number(smallest, 3)}` : `p = ${fixed(p, 3)}`,
    words.pairs(pairs),
  ]
  return (
    <span className={accepted ? 'judged accepted' : 'judged'}>
      {mark}
      <span>{(accepted ? words.accepted : words.refused)(shortId(against))}</span>
      <span className="num">{facts.join(', ')}</span>
    </span>
  )
}

/** What the lab found out about a program: how it was judged, and every reason to doubt its numbers. */
export const ProgramMarks = ({ program: { judged, flags = [] } }: { program: ProgramView }) => {
  if (!judged && flags.length === 0) return null
  return (
    <span className="marks">
      {judged && <Judged judged={judged} />}
      {flags.map((flag) => (
        <Doubt key={flag.kind} flag={flag} />
      ))}
    </span>
  )
}
