import { phaseNames } from '../../../../../src/core/names.ts'
import type { Span } from '../../../record/record-index.ts'
import { useWords } from '../../../words/use-words.ts'
import { recordWords } from '../words.ts'

/** The head of a stretch: number and name of the phase, the attempt, where it begins. */
export const PhaseLine = ({ span: { phase, attempt, from }, onChoose }: { span: Span; onChoose: (seq: number) => void }) => {
  const words = useWords(recordWords)
  const { phases } = useWords()
  return (
    <div className="phase-line">
      {phase && <span className="three num">{phaseNames.indexOf(phase) + 1}</span>}
      <span>{phase ? phases[phase] : words.outside}</span>
      {phase && <span className="two">{words.inAttempt(String(attempt))}</span>}
      <a
        className="no"
        href={`#e${from}`}
        tabIndex={-1}
        onClick={(click) => {
          click.preventDefault()
          onChoose(from)
        }}
      >
        {words.from(String(from))}
      </a>
    </div>
  )
}
