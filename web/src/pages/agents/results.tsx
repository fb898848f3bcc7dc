import type { AgentResult } from '../../../../src/transport/lab-control.ts'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { agentsWords } from './words.ts'

const told = (result: unknown): string => (typeof result === 'string' ? result : JSON.stringify(result, null, 2))

/** What a cycle did, action by action; or that it did nothing. */
export const Results = ({ results }: { results: readonly AgentResult[] }) => {
  const words = useWords(agentsWords)
  const { number } = useFormats()
  if (results.length === 0)
    return (
      <p>
        <strong>{words.none}</strong> {words.noneMeans}
      </p>
    )
  return (
    <>
      <p>
        <strong>{words.actions(results.length, number(results.length))}</strong>
      </p>
      <ol className="results">
        {results.map(({ function_name: name, result }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the results of one cycle stay where they are.
          <li key={place}>
            <span className="num three">{number(place + 1)}</span>
            <span className="fn">{name}</span>
            {typeof result === 'string' ? (
              <span className="out">{result}</span>
            ) : (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keys.
              <pre className="out" tabIndex={0}>
                {told(result)}
              </pre>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
