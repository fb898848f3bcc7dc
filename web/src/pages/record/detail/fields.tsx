import { useMemo } from 'react'
import type { StoredEvent } from '../../../../../src/store/event-log.ts'
import { useFormats } from '../../../words/format.ts'
import { useWords } from '../../../words/use-words.ts'
import { recordWords } from '../words.ts'
import { type Field, fieldsOf } from './fields-of.ts'

/** A configuration has hundreds of fields; what is beyond these is read as stored. */
const mostFacts = 24

type Of<Kind extends Field['as']> = Extract<Field, { as: Kind }>
const isFact = (field: Field): field is Of<'fact'> => field.as === 'fact'

const Table = ({ field: { path, columns, rows, count } }: { field: Of<'table'> }) => {
  const { more } = useWords(recordWords)
  const { number } = useFormats()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, also with the keys.
    <section className="values" tabIndex={0} aria-label={path}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: stored rows keep their places.
            <tr key={place}>
              {row.map((value, column) => (
                <td key={columns[column]}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {count > rows.length && <p className="three small">{more(number(count - rows.length))}</p>}
    </section>
  )
}

const Long = ({ field }: { field: Of<'text' | 'code'> }) =>
  field.as === 'code' ? (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, also with the keys.
    <pre tabIndex={0} className="long">
      {field.value}
    </pre>
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: as above.
    <section className="what long" tabIndex={0} aria-label={field.path}>
      {field.value}
      {field.chars > field.value.length && '…'}
    </section>
  )

/** The entry as people read it: what was said in full, then the small things, each under its name on the log. */
export const Fields = ({ event }: { event: StoredEvent['event'] }) => {
  const { restOfFields } = useWords(recordWords)
  const { number } = useFormats()
  const fields = useMemo(() => fieldsOf(event), [event])
  const facts = fields.filter(isFact)
  return (
    <>
      {fields.map((field) => {
        if (isFact(field)) return null
        return (
          <section className="field-of" key={field.path}>
            <h3 className="mono">{field.path}</h3>
            {field.as === 'table' ? <Table field={field} /> : <Long field={field} />}
          </section>
        )
      })}
      {facts.length > 0 && (
        <dl className="facts own">
          {facts.slice(0, mostFacts).map(({ path, value }) => (
            <div key={path}>
              <dt className="mono">{path}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {facts.length > mostFacts && <p className="three small">{restOfFields(number(facts.length - mostFacts))}</p>}
    </>
  )
}
