import { mean, sd } from '../../../../../src/report/interval.ts'
import { useFormats } from '../../../words/format.ts'
import { useWords } from '../../../words/use-words.ts'
import { type Fact, shownValue } from '../trace/fact.ts'
import { paperWords } from '../words.ts'
import { RowsTable } from './rows-table.tsx'
import { SeedPlot } from './seed-plot.tsx'

const enough = 3

/** The values of a fact: those of an arm, or the differences of two. */
const valuesOf = ({ rows }: Fact): number[] => rows.map(({ value, other }) => (other === null ? value : value - other))

/** What a number was made from, and how. */
export const FactDetail = ({ fact }: { fact: Fact }) => {
  const { panel } = useWords(paperWords)
  const { number } = useFormats()
  const values = valuesOf(fact)
  const drawn = values.length >= enough && fact.measure !== null && fact.how !== 'patterns'
  const [centre, spread] = drawn ? [mean(values), sd(values) ?? 0] : [0, 0]
  return (
    <>
      {fact.formula !== '' && (
        <>
          <h3>{panel.formula}</h3>
          <p className="formula mono">{fact.formula}</p>
        </>
      )}
      {values.length > 0 && (
        <>
          <h3>
            <span>{panel.repetitions(number(values.length))}</span>
            {drawn && <span className="num two">{panel.summary(shownValue(centre), shownValue(spread))}</span>}
          </h3>
          {drawn && <SeedPlot values={values} mean={centre} sd={spread} />}
          <RowsTable fact={fact} />
        </>
      )}
    </>
  )
}
