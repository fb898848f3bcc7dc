import { oneOf } from '../chance.ts'

/** A mistake that models make: how it gets into a sound program, and how often it is this one. */
export type Fault = { name: string; weight: number; put: (text: string) => string }

const swap = (from: string, to: string) => (text: string) => {
  if (!text.includes(from)) throw new Error(`no place for a fault: ${from}`)
  return text.replace(from, to)
}

const faults: readonly Fault[] = [
  { name: 'NameError', weight: 6, put: swap('model.fit(', 'modle.fit(') },
  { name: 'wrong shape', weight: 4, put: swap('model.predict(part[columns]', 'model.predict(part[columns[:-1]]') },
  { name: 'wrong column', weight: 4, put: swap('TARGET = "target"', 'TARGET = "label"') },
  { name: 'NaN', weight: 2, put: swap('predictions.tolist()', '(predictions * np.nan).tolist()') },
  { name: 'wrong length', weight: 3, put: swap('predictions.tolist()', 'predictions[:-1].tolist()') },
  {
    name: 'without end',
    weight: 1,
    put: swap('        model = build(seed)\n', '        while seed is not None:\n            model = build(seed)\n'),
  },
]

const urn = faults.flatMap((fault) => Array.from({ length: fault.weight }, () => fault))

export const drawFault = (random: () => number): Fault => oneOf(urn, random)
