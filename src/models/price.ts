import type { Usage } from './model.ts'

/** What a million tokens cost, in any one currency. */
export type Price = { input: number; output: number }

export const free: Price = { input: 0, output: 0 }

/** Token counts with what they cost. */
export const usageOf = (input: number, output: number, price: Price): Usage => ({
  input,
  output,
  cost: (input * price.input + output * price.output) / 1_000_000,
})
