import type { ViewerState } from '../../../../src/core/viewer/viewer-state.ts'

export const meterNames = ['seconds', 'calls', 'tokens', 'money'] as const
export type MeterName = (typeof meterNames)[number]

/**
 * What of one budget is spent. `end`: what will be spent when the first budget is used up, if the pace of the run so far holds,
 * as a share of the limit. `lasts`: seconds until this one is used up; only of the budget that is used up first, or null.
 */
export type MeterView = {
  name: MeterName
  spent: number
  limit: number | null
  share: number | null
  end: number | null
  lasts: number | null
}

/** Before this much work (seconds), a pace says nothing. */
const leastWork = 5

const spentOf = ({ calls, input, output, cost, seconds }: ViewerState['spent']): Record<MeterName, number> => ({
  seconds,
  calls,
  tokens: input + output,
  money: cost,
})

/** The four budgets of a run. `seconds` is what it was at work by now, for the state only counts what is stored. */
export const metersOf = (state: ViewerState, seconds: number): readonly MeterView[] => {
  const spent = spentOf({ ...state.spent, seconds })
  const going = state.outcome === null && seconds >= leastWork
  const limited = meterNames.flatMap((name) => {
    const limit = state.budget[name]
    return limit === null || limit <= 0 ? [] : [{ name, limit }]
  })
  const lasting = limited.flatMap(({ name, limit }) => {
    const rate = spent[name] / seconds
    return going && rate > 0 ? [{ name, seconds: Math.max(0, limit - spent[name]) / rate }] : []
  })
  const first = lasting.toSorted((a, b) => a.seconds - b.seconds)[0]
  return meterNames.map((name) => {
    const limit = state.budget[name]
    if (limit === null || limit <= 0) return { name, spent: spent[name], limit: null, share: null, end: null, lasts: null }
    const end = first && first.name !== name ? (spent[name] + (spent[name] / seconds) * first.seconds) / limit : null
    return {
      name,
      spent: spent[name],
      limit,
      share: Math.min(1, spent[name] / limit),
      end: end !== null && end > spent[name] / limit ? Math.min(1, end) : null,
      lasts: first?.name === name ? first.seconds : null,
    }
  })
}

/** A budget that is used up first is said in red from this share on; time is there to be used, so only near its end. */
export const warnsAt: Readonly<Record<MeterName, number>> = { seconds: 0.9, calls: 0.6, tokens: 0.6, money: 0.6 }
