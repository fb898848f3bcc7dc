/** A share of a length as CSS has it. */
export const percent = (share: number): string => `${(100 * share).toFixed(3)}%`
