import type { ReadonlyState } from '../../../core/state.ts'
import { clock } from '../clock.ts'
import type { Style } from '../paint.ts'
import { flow, type Line } from '../span.ts'
import { gauge } from '../sparkline.ts'
import type { Stage } from '../stage.ts'
import type { Texts } from '../texts/index.ts'

/** A count in few characters: 950, 12k, 1.2M. */
const short = (count: number): string => {
  if (count < 1000) return String(Math.round(count))
  if (count < 9950) return `${(count / 1000).toFixed(1)}k`
  return count < 999_500 ? `${Math.round(count / 1000)}k` : `${(count / 1e6).toFixed(1)}M`
}

/** Seconds that the run has been worked on, up to `now`. */
const secondsAtWork = ({ spent, lastAt }: ReadonlyState, { heardAt }: Stage, now: number): number =>
  spent.seconds + (heardAt === undefined || lastAt === undefined ? 0 : Math.max(0, now - heardAt) / 1000)

const warmth = (used: number, limit: number): Style => (used / limit > 0.9 ? 'red' : used / limit > 0.7 ? 'yellow' : 'green')

const against = (label: string, used: number, limit: number | undefined, show: (count: number) => string): Line =>
  limit === undefined
    ? [{ text: `${label} `, style: 'dim' }, { text: show(used) }]
    : [
        { text: `${label} `, style: 'dim' },
        { text: gauge(used, limit), style: warmth(used, limit) },
        { text: ` ${show(used)}/${show(limit)}` },
      ]

/** Papers found of those wanted, and what was spent: as bars where there is a limit. */
export const spending = (state: ReadonlyState, stage: Stage, texts: Texts, now: number, columns: number): Line[] => {
  const { spent, added } = state
  const { limits } = stage
  const papers = Object.keys(added).length
  const money =
    spent.cost > 0 || limits.money !== undefined ? [against(texts.budget.money, spent.cost, limits.money, (sum) => sum.toFixed(2))] : []
  return flow(
    [
      [{ text: limits.papers === undefined ? texts.papersOnly(papers) : texts.papers(papers, limits.papers), style: 'dim' }],
      against(texts.budget.calls, spent.calls, limits.calls, short),
      against(texts.budget.tokens, spent.input + spent.output, limits.tokens, short),
      ...money,
      against(texts.budget.seconds, secondsAtWork(state, stage, now), limits.seconds, clock),
    ],
    columns,
    3,
  )
}
