import { memo, type ReactNode } from 'react'
import { phaseNames, roleNames } from '../../../../../src/core/names.ts'
import { RoleMark } from '../../../parts/role-mark.tsx'
import { kinds } from '../../../record/kinds.ts'
import type { Tally } from '../../../record/record-index.ts'
import { useFormats } from '../../../words/format.ts'
import { useWords } from '../../../words/use-words.ts'
import { recordWords } from '../words.ts'
import { type Filter, type Group, toggled } from './filter.ts'

type Choice = { value: string; name: string; mark?: ReactNode; after?: ReactNode; count: number }
type ChoicesProps = { group: Group; title: string; choices: readonly Choice[]; filter: Filter; onFilter: (filter: Filter) => void }

const Choices = ({ group, title, choices, filter, onFilter }: ChoicesProps) => {
  const words = useWords(recordWords)
  const { number } = useFormats()
  const off = filter[group]
  const some = off.size > 0
  return (
    <fieldset className="group">
      <legend>
        {title}
        <button
          type="button"
          className="all"
          aria-label={some ? words.allOf(title) : words.noneOf(title)}
          onClick={() => onFilter({ ...filter, [group]: new Set(some ? [] : choices.map(({ value }) => value)) })}
        >
          {some ? words.all : words.none}
        </button>
      </legend>
      {choices.map(({ value, name, mark, after, count }) => (
        <label className="check" key={value}>
          <input type="checkbox" checked={!off.has(value)} onChange={() => onFilter(toggled(filter, group, value))} />
          {mark}
          <span>{name}</span>
          {after}
          <span className="count">{number(count)}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** The marks of the timeline, beside the kind of entry that they come from. */
const marksOf: Readonly<Record<string, string>> = { phases: 'back', scores: 'best', people: 'ask', faults: 'fault', reviews: 'review' }

/** What is in the list: by kind, by person, by phase and by attempt. Only what the run has had is offered. */
export const Filters = memo(
  ({ tally, filter, onFilter }: { tally: Tally; count: number; filter: Filter; onFilter: (filter: Filter) => void }) => {
    const words = useWords(recordWords)
    const { roles, phases } = useWords()
    const here = (choices: Choice[]) => choices.filter(({ count }) => count > 0)
    const what = here(
      kinds.map((value) => {
        const mark = marksOf[value]
        const after = mark ? { after: <i className={`mk ${mark}`} aria-hidden="true" /> } : {}
        return { value, name: words.kinds[value], count: tally.kinds.get(value) ?? 0, ...after }
      }),
    )
    const who = here([
      ...roleNames.map((value) => ({
        value,
        name: roles[value],
        mark: <RoleMark role={value} size="small" />,
        count: tally.whos.get(value) ?? 0,
      })),
      { value: 'person', name: words.person, count: tally.whos.get('person') ?? 0 },
      { value: 'lab', name: words.ofLab, count: tally.whos.get('lab') ?? 0 },
    ])
    const phase = here([
      ...phaseNames.map((value) => ({ value, name: phases[value], count: tally.phases.get(value) ?? 0 })),
      { value: '', name: words.outside, count: tally.phases.get('') ?? 0 },
    ])
    const attempt = [...tally.attempts]
      .sort(([one], [other]) => one - other)
      .map(([number, count]) => ({ value: String(number), name: String(number), count }))
    const shared = { filter, onFilter }
    return (
      <div className="groups">
        <Choices group="kind" title={words.what} choices={what} {...shared} />
        <Choices group="who" title={words.who} choices={who} {...shared} />
        <Choices group="phase" title={words.phase} choices={phase} {...shared} />
        {attempt.length > 1 && <Choices group="attempt" title={words.attempt} choices={attempt} {...shared} />}
      </div>
    )
  },
)
