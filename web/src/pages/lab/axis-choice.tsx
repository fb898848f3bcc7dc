import { useId } from 'react'
import type { ContractView, ProgramView } from '../../../../src/core/viewer/viewer-state.ts'
import { useWords } from '../../words/use-words.ts'
import type { Laid } from './laid.ts'
import type { Measure } from './measures.ts'
import { labWords } from './words.ts'

const labelOf = ({ name, split, unit }: Measure): string => [name, split, unit].filter((part) => part !== '').join(', ')

const operators = ['draft', 'improve', 'repair', 'confirm', 'final'] as const

const keyOf = (laid: Laid): string => (laid.by === 'measure' ? laid.measure.key : laid.by)

type AxisChoiceProps = {
  programs: readonly ProgramView[]
  measures: readonly Measure[]
  contract: ContractView | null
  laid: Laid
  onChoose: (key: string) => void
}

/** What the marks mean, and which number is laid on the axis: the score, or something that was measured with seeds. */
export const AxisChoice = ({ programs: drawn, measures, contract, laid, onChoose }: AxisChoiceProps) => {
  const { programs } = useWords(labWords)
  const id = useId()
  // Programs are run on fresh seeds only where the lab holds them against the best.
  const legend = operators.filter((operator) => operator !== 'confirm' || drawn.some((program) => program.operator === operator))
  const isScored = drawn.some(({ score }) => score !== null)
  const decides = contract !== null && drawn.some(({ spread }) => spread !== undefined)
  return (
    <div className="tree-head">
      <p className="legend">
        {legend.map((operator) => (
          <span key={operator}>
            <i className={`op ${operator}`} aria-hidden="true" />
            {programs.operators[operator]}
          </span>
        ))}
      </p>
      {measures.length > 0 && (
        <p className="axis-choice">
          <label htmlFor={id}>{programs.onAxis}</label>
          <select id={id} className="input" value={keyOf(laid)} onChange={(event) => onChoose(event.target.value)}>
            {decides && <option value="contract">{programs.decides(contract.metric)}</option>}
            {(isScored || !decides) && <option value="score">{programs.score}</option>}
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
