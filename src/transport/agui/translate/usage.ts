import type { TokenUsage } from '@ag-ui/core'
import type { LabEvent } from '../../../core/events/index.ts'

export type Usage = ReadonlyMap<string, { input: number; output: number }>

/** With the call of a model that an entry tells of, if it does. */
export const withCall = (usage: Usage, event: LabEvent): Usage => {
  if (event.type !== 'turn-reply') return usage
  const { input, output } = usage.get(event.model) ?? { input: 0, output: 0 }
  return new Map([...usage, [event.model, { input: input + event.usage.input, output: output + event.usage.output }]])
}

/** One entry for each model. */
export const tokenUsage = (usage: Usage): TokenUsage[] =>
  [...usage].map(([model, { input, output }]) => ({ model, inputTokens: input, outputTokens: output, totalTokens: input + output }))
