import type { CardView, ColumnView } from '../../../../src/core/viewer/viewer-state.ts'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { labWords } from './words.ts'
import './data-card.css'

/** More columns than this are folded away. */
const fewColumns = 14

const share = (part: number, whole: number): string => `${whole > 0 ? (part / whole) * 100 : 0}%`

/** How many rows go where; of those whose labels no program sees, the lab keeps them. */
const Splits = ({ card: { splits, rows } }: { card: CardView }) => {
  const words = useWords(labWords).card
  const { number } = useFormats()
  return (
    <ul className="splits" aria-label={words.splits}>
      {splits.map(({ name, rows: of }) => (
        <li
          key={name}
          className={name === 'train' ? undefined : 'kept'}
          style={{ flexGrow: of, '--share': share(of, rows) } as React.CSSProperties}
        >
          <i aria-hidden="true" />
          <span className="mono">{name}</span> <span className="num">{number(of)}</span>
          {name !== 'train' && <span className="visually-hidden">{words.kept}</span>}
        </li>
      ))}
    </ul>
  )
}

const Classes = ({ card: { classes, classesLeftOut = 0, target, rows } }: { card: CardView }) => {
  const words = useWords(labWords).card
  const { number } = useFormats()
  const most = Math.max(...classes.map(({ count }) => count))
  return (
    <ul className="classes" aria-label={words.classes(target)}>
      {classes.map(({ value, count }) => (
        <li key={value}>
          <span className="name">{value}</span>
          <i className="amount" aria-hidden="true">
            <i style={{ width: share(count, most) }} />
          </i>
          <span className="num">{number(count)}</span>
          <span className="num three">{`${number((count / Math.max(1, rows)) * 100)} %`}</span>
        </li>
      ))}
      {classesLeftOut > 0 && <li className="three">{words.moreClasses(number(classesLeftOut))}</li>}
    </ul>
  )
}

const Column = ({ column, card: { rows, target } }: { column: ColumnView; card: CardView }) => {
  const words = useWords(labWords).card
  const { number } = useFormats()
  const { name, type, missing, distinct, least, mean, most } = column
  return (
    <tr>
      <th scope="row">
        <span className="mono">{name}</span>
        {name === target && <span className="target">{words.target}</span>}
      </th>
      <td className="two">{words.types[type]}</td>
      <td className="num two">
        {least === null || mean === null || most === null
          ? words.distinct(number(distinct))
          : words.range(number(least, 2), number(mean, 2), number(most, 2))}
      </td>
      <td className="missing">
        {missing > 0 && (
          <>
            <i className="amount" aria-hidden="true">
              <i style={{ width: share(missing, rows) }} />
            </i>
            <span className="num">{words.missing(number(missing))}</span>
          </>
        )}
      </td>
    </tr>
  )
}

const Columns = ({ card }: { card: CardView }) => {
  const words = useWords(labWords).card
  const { number } = useFormats()
  const { columns, columnsLeftOut = 0 } = card
  const table = (
    <table className="card-columns">
      <thead className="visually-hidden">
        <tr>
          {words.heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <Column key={column.name} column={column} card={card} />
        ))}
      </tbody>
    </table>
  )
  const rest = columnsLeftOut > 0 && <p className="three small">{words.moreColumns(number(columnsLeftOut))}</p>
  if (columns.length <= fewColumns)
    return (
      <>
        {table}
        {rest}
      </>
    )
  return (
    <details className="more">
      <summary>{words.columns(number(columns.length + columnsLeftOut))}</summary>
      {table}
      {rest}
    </details>
  )
}

/** What is known of a data set before anything is trained on it: rows, parts, classes, columns, and what a reader should mind. */
export const DataCard = ({ card }: { card: CardView }) => {
  const words = useWords(labWords).card
  const { number } = useFormats()
  const { source, licence, rows, columns, columnsLeftOut = 0, target, task, classes, problems } = card
  const size = words.size(number(rows), number(columns.length + columnsLeftOut))
  return (
    <div className="data-card">
      <p className="source">
        <strong className="mono">{source}</strong>
        <span className="two">{[size, words.tasks[task](target), ...(licence === null ? [] : [licence])].join(' · ')}</span>
      </p>
      {problems.length > 0 && (
        <ul className="problems" aria-label={words.problems}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <Splits card={card} />
      {classes.length > 0 && <Classes card={card} />}
      <Columns card={card} />
    </div>
  )
}
