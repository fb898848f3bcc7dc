import { useId } from 'react'
import { useWords } from '../../words/use-words.ts'
import type { Measure } from './measures.ts'
import { labWords } from './words.ts'

const labelOf = ({ name, split, unit }: Measure): string => [name, split, unit].filter((part) => part !== '').join(', ')

const operators = ['draft', 'improve', 'repair', 'final'] as const

type AxisChoiceProps = { measures: readonly Measure[]; chosen: string; onChoose: (key: string) => void }

/** What the marks mean, and which number is laid on the axis: the score, or something that was measured with seeds. */
export const AxisChoice = ({ measures, chosen, onChoose }: AxisChoiceProps) => {
  const { programs } = useWords(labWords)
  const id = useId()
  return (
    <div className="tree-head">
      <p className="legend">
        {operators.map((operator) => (
          <span key={operator}>
            <i className={`op ${operator}`} aria-hidden="true" />
            {programs.operators[operator]}
          </span>
        ))}
      </p>
      {measures.length > 0 && (
        <p className="axis-choice">
          <label htmlFor={id}>{programs.onAxis}</label>
          <select id={id} className="input" value={chosen} onChange={(event) => onChoose(event.target.value)}>
            <option value="score">{programs.score}</option>
            {measures.map((measure) => (
              <option key={measure.key} value={measure.key}>
                {labelOf(measure)}
              </option>
            ))}
          </select>
        </p>
      )}
    </div>
  )
}
