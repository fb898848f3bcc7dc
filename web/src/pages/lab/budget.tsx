import type { RunView } from '../../live/run-view.ts'
import { Meter } from '../../parts/meter.tsx'
import { Section } from '../../parts/section.tsx'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { type MeterName, type MeterView, metersOf, warnsAt } from './pace.ts'
import { useLength } from './use-length.ts'
import { useWork } from './use-work.ts'
import { labWords } from './words.ts'

const useAmounts = (): Record<MeterName, (value: number) => string> => {
  const { number, short, money } = useFormats()
  const length = useLength()
  return { seconds: length, calls: (value) => number(value), tokens: short, money }
}

/** Said in red near the end only: of a budget that is nearly used up, or already is. */
const useWarning = ({ name, share, lasts }: MeterView): string | undefined => {
  const { budget } = useWords(labWords)
  const length = useLength()
  if (share === null) return undefined
  if (share >= 1) return budget.over
  return lasts !== null && share >= warnsAt[name] ? budget.lasts(length(lasts)) : undefined
}

const BudgetMeter = ({ meter }: { meter: MeterView }) => {
  const { budget } = useWords(labWords)
  const length = useLength()
  const format = useAmounts()[meter.name]
  const warning = useWarning(meter)
  const { name, spent, limit, end, lasts } = meter
  return (
    <>
      <Meter
        name={budget.names[name]}
        value={spent}
        limit={limit}
        format={format}
        {...(end !== null && limit !== null ? { guess: end * limit } : {})}
        {...(warning === undefined ? {} : { warning })}
      />
      {lasts !== null && warning === undefined && name !== 'seconds' && <p className="lasts">{budget.lasts(length(lasts))}</p>}
    </>
  )
}

/** What is spent of what may be, and whether it will last; without limits, what was spent. */
export const Budget = ({ view }: { view: RunView }) => {
  const { budget } = useWords(labWords)
  const meters = metersOf(view.state, useWork(view))
  const limited = meters.filter(({ limit }) => limit !== null)
  const marked = meters.some(({ end }) => end !== null)
  return (
    <Section
      className="budget"
      title={limited.length > 0 ? budget.title : budget.spentTitle}
      note={limited.length === 0 ? budget.none : marked ? budget.mark : undefined}
    >
      {[...limited, ...meters.filter(({ limit }) => limit === null)].map((meter) => (
        <BudgetMeter key={meter.name} meter={meter} />
      ))}
    </Section>
  )
}
