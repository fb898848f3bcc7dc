import type { ReactNode } from 'react'
import type { ContractView } from '../../../../src/core/viewer/viewer-state.ts'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { labWords } from './words.ts'
import './contract.css'

const Term = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

/** Names, as they stand in programs and catalogues. */
const Names = ({ names }: { names: readonly string[] }) => (
  <ul className="arms">
    {names.map((name) => (
      <li key={name}>{name}</li>
    ))}
  </ul>
)

/** What the plan binds the lab to, and what its results are held against. */
export const Contract = ({ contract }: { contract: ContractView }) => {
  const words = useWords(labWords).contract
  const { number } = useFormats()
  const { hypotheses, metric, goal, unit, proposed, baselines, ablations, datasets, repetitions, evaluation } = contract
  return (
    <dl className="contract" aria-label={words.title}>
      <Term name={hypotheses.length === 1 ? words.hypothesis : words.hypotheses}>
        <ol className="hypotheses">
          {hypotheses.map((hypothesis) => (
            <li key={hypothesis}>{hypothesis}</li>
          ))}
        </ol>
      </Term>
      <Term name={words.metric}>
        <strong className="mono">{metric}</strong>
        {`${unit === null ? '' : ` (${unit})`}, ${words.goals[goal]}`}
      </Term>
      <Term name={words.proposed}>
        <Names names={[proposed]} />
      </Term>
      <Term name={words.baselines}>
        <Names names={baselines} />
      </Term>
      {ablations.length > 0 && (
        <Term name={words.ablations}>
          <Names names={ablations} />
        </Term>
      )}
      <Term name={words.datasets}>{datasets.join('; ')}</Term>
      <Term name={words.seeds}>{words.repetitions(number(repetitions))}</Term>
      <Term name={words.evaluation}>{words.evaluations[evaluation]}</Term>
    </dl>
  )
}
