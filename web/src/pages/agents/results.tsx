import { Link } from 'wouter'
import type { AgentResult } from '../../../../src/transport/lab-control.ts'
import { runHref } from '../../parts/bar.tsx'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { type Line, type Thing, toldOf } from './told.ts'
import { agentsWords } from './words.ts'

/** A paragraph is read as what somebody wrote; what has lines of its own, as a program or what it printed, keeps them. */
const Text = ({ text: { name, value } }: { text: Line }) => {
  if (!value.includes('\n')) return <p className="written">{value}</p>
  return (
    <>
      {name !== '' && <p className="of">{name}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keys. */}
      <pre tabIndex={0}>{value}</pre>
    </>
  )
}

const ThingTold = ({ thing: { head, lines, texts } }: { thing: Thing }) => (
  <>
    {head !== null && <p className="title">{head}</p>}
    {lines.length > 0 && (
      <dl className="lines">
        {lines.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt> <dd>{name === 'run' ? <Link href={runHref(value)}>{value}</Link> : value}</dd>
          </div>
        ))}
      </dl>
    )}
    {texts.map((text) => (
      <Text key={text.name} text={text} />
    ))}
  </>
)

const Result = ({ result }: { result: unknown }) => {
  const words = useWords(agentsWords)
  const told = toldOf(result)
  if ('error' in told) return <p className="refused">{told.error}</p>
  return (
    <>
      <ThingTold thing={told.own} />
      {told.things.length > 0 && (
        <ul className="things">
          {told.things.map((thing, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the results of one cycle stay where they are.
            <li key={place}>
              <ThingTold thing={thing} />
            </li>
          ))}
        </ul>
      )}
      {typeof result !== 'string' && (
        <details className="more">
          <summary>{words.asItCame}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keys. */}
          <pre tabIndex={0}>{JSON.stringify(result, null, 2)}</pre>
        </details>
      )}
    </>
  )
}

/** What a cycle did, action by action; or that it did nothing, and whether it could have done anything. */
export const Results = ({ results, able }: { results: readonly AgentResult[]; able: boolean }) => {
  const words = useWords(agentsWords)
  const { number } = useFormats()
  if (results.length === 0)
    return (
      <p>
        <strong>{words.none}</strong> {able ? words.noneMeans : words.unableMeans}
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
            <div>
              <p className="fn">{name}</p>
              <Result result={result} />
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}
