/**
 * Below this many weights a model repeats itself, writes on until it is cut off and copies what it was shown, whatever it is
 * asked (seen with 135 and 270 million). It is kept short, and a lab of it ends early unless told otherwise.
 */
const fewWeights = 1e9

export const isSmall = ({ parameters }: { parameters?: number | undefined }): boolean => parameters !== undefined && parameters < fewWeights

const sizes = [
  { letter: 'B', weights: 1e9 },
  { letter: 'M', weights: 1e6 },
  { letter: 'K', weights: 1e3 },
] as const

/** A size as servers write it: '134.52M' is 134,520,000 weights. Nothing for other words. */
export const weightsIn = (size: string): number | undefined => {
  const [, amount, letter] = /^([\d.]+)([BMK])$/i.exec(size.trim()) ?? []
  const unit = sizes.find((one) => one.letter === letter?.toUpperCase())
  const weights = unit ? Number(amount) * unit.weights : Number.NaN
  return Number.isFinite(weights) && weights > 0 ? Math.round(weights) : undefined
}

/** A number of weights in words: '135 million parameters'. */
export const inWords = (weights: number): string =>
  weights >= 1e9 ? `${Number((weights / 1e9).toPrecision(3))} billion parameters` : `${Math.round(weights / 1e6)} million parameters`

/** A sentence on what is to be expected of a model that is very small, after what else is said of it; nothing for others. */
export const smallness = ({ parameters }: { parameters?: number | undefined }): string =>
  isSmall({ parameters }) && parameters !== undefined
    ? ` It is a small model (${inWords(parameters)}): it can show that the lab works, and hardly that an idea does.`
    : ''
