import { useFormats } from '../../../words/format.ts'
import { useWords } from '../../../words/use-words.ts'
import { Scrolled } from '../article/scrolled.tsx'
import { type Fact, shownValue } from '../trace/fact.ts'
import { paperWords } from '../words.ts'

const mostRows = 60

/** The measured values that a number was made from, as the program reported them: one a seed, or a pair a seed. */
export const RowsTable = ({ fact: { rows, arms, how } }: { fact: Fact }) => {
  const { panel } = useWords(paperWords)
  const { number } = useFormats()
  const paired = rows.some(({ other }) => other !== null)
  const shown = rows.slice(0, mostRows)
  if (how === 'repetitions') return <p className="mono seeds">{shown.map(({ value }) => String(value)).join(' ')}</p>
  return (
    <Scrolled className="rows-scroll" label={panel.values}>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{panel.seed}</th>
            <th scope="col">{paired ? arms[0] : panel.value}</th>
            {paired && <th scope="col">{arms[1]}</th>}
            {paired && <th scope="col">{panel.difference}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ seed, value, other }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: values without a seed have no name but their place.
            <tr key={place}>
              <td>{seed ?? '–'}</td>
              <td>{shownValue(value)}</td>
              {paired && <td>{other === null ? '–' : shownValue(other)}</td>}
              {paired && <td>{other === null ? '–' : shownValue(value - other)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > mostRows && <p className="three">{panel.more(number(rows.length - mostRows))}</p>}
    </Scrolled>
  )
}
