import type { ReadonlyState } from '../core/state.ts'

/** Limits of a run or a phase: model calls, tokens in and out together, money in the currency of the prices, seconds at work. */
export type Budget = { calls?: number | undefined; tokens?: number | undefined; money?: number | undefined; seconds?: number | undefined }
/** What the turns that are about to start may cost at most. */
export type Reserve = { calls: number; tokens: number; money: number }
export type Spending = { calls: number; input: number; output: number; cost: number; seconds: number }

const none: Spending = { calls: 0, input: 0, output: 0, cost: 0, seconds: 0 }
export const noReserve: Reserve = { calls: 0, tokens: 0, money: 0 }

const over = (budget: Budget | undefined, spent: Spending, reserve: Reserve): string | undefined => {
  if (!budget) return undefined
  const { calls, tokens, money, seconds } = budget
  if (calls !== undefined && spent.calls + reserve.calls > calls) return `${calls} model calls`
  if (tokens !== undefined && spent.input + spent.output + reserve.tokens > tokens) return `${tokens} tokens`
  if (money !== undefined && spent.cost + reserve.money > money) return `${money} in money`
  if (seconds !== undefined && spent.seconds >= seconds) return `${seconds} seconds`
  return undefined
}

export type Budgets = Budget & { phases?: Partial<Record<string, Budget>> | undefined }

/** A budget that is spent: of the whole run, or of the phase at work alone. */
export type Spent = { of: 'run' | 'phase'; why: string }

/** Seconds at work since the last event that a driver stored. `now` is in milliseconds. */
const since = ({ lastAt }: ReadonlyState, now: number) => (lastAt === undefined ? 0 : Math.max(0, now - lastAt) / 1000)

/** Which budget does not hold what was spent and `reserve` together, if one does not. `now` is in milliseconds. */
export const spentBudget = (state: ReadonlyState, budgets: Budgets, reserve: Reserve, now: number): Spent | undefined => {
  const { spent, phase } = state
  const extra = since(state, now)
  const run = over(budgets, { ...spent, seconds: spent.seconds + extra }, reserve)
  if (run) return { of: 'run', why: `the budget of ${run} for the run is spent` }
  if (!phase) return undefined
  const used = spent.byPhase[phase.name] ?? none
  const own = over(budgets.phases?.[phase.name], { ...used, seconds: used.seconds + extra }, reserve)
  return own ? { of: 'phase', why: `the budget of ${own} for ${phase.name} is spent` } : undefined
}

/** Seconds until the first budget of time runs out; Infinity without one. */
export const secondsLeft = (state: ReadonlyState, budgets: Budgets, now: number): number => {
  const { spent, phase } = state
  const run = (budgets.seconds ?? Number.POSITIVE_INFINITY) - spent.seconds
  const own = phase ? (budgets.phases?.[phase.name]?.seconds ?? Number.POSITIVE_INFINITY) - (spent.byPhase[phase.name]?.seconds ?? 0) : run
  return Math.min(run, own) - since(state, now)
}
