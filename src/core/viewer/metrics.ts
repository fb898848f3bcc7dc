import type { Metric } from '../metric.ts'
import { fieldsIn, idIn, listIn, numberOrNull } from './fields.ts'

const numbers = ['seed', 'step'] as const
const words = ['arm', 'split', 'unit'] as const

/** The numbers that a program measured, as far as they came; an entry without name or value is none. */
export const metricsIn = (value: unknown): readonly Metric[] =>
  listIn(value).flatMap((entry) => {
    const fields = fieldsIn(entry)
    const name = idIn(fields.name)
    const measured = numberOrNull(fields.value)
    if (name === undefined || measured === null) return []
    const metric: Metric = { name, value: measured }
    for (const key of numbers) {
      const number = numberOrNull(fields[key])
      if (number !== null) metric[key] = number
    }
    for (const key of words) {
      const word = fields[key]
      if (typeof word === 'string') metric[key] = word
    }
    if (fields.by === 'gal') metric.by = 'gal'
    return metric
  })
