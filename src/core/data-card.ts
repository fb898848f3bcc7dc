import { z } from 'zod'

const count = z.int().nonnegative()
const named = z.strictObject({ value: z.string(), count })

/** What is known of a data set before anything is trained on it: made from its rows by the lab, never by a role. */
export const dataCard = z.strictObject({
  source: z.string().min(1).describe('where the rows came from, as in the catalogue: scikit-learn:iris, folder:birds.csv'),
  licence: z.string().optional(),
  rows: count,
  columns: z.array(
    z.strictObject({
      name: z.string(),
      type: z.enum(['number', 'text', 'boolean', 'date']),
      missing: count.describe('rows without a value'),
      distinct: count,
      least: z.number().optional(),
      mean: z.number().optional(),
      most: z.number().optional(),
      top: z.array(named).optional().describe('the commonest values of a column that holds no numbers'),
    }),
  ),
  target: z.string().describe('the column that is to be predicted'),
  task: z.enum(['classification', 'regression']),
  classes: z.array(named).optional().describe('how often each class occurs; none in a regression'),
  splits: z.array(z.strictObject({ name: z.enum(['train', 'valid', 'test']), rows: count })),
  seed: z.int().nonnegative().describe('that the splits were drawn with'),
  duplicates: count.describe('rows that are there more than once'),
  acrossSplits: count.describe('rows whose features stand in two splits'),
  sha256: z.string().describe('of the rows as CSV'),
  problems: z.array(z.string()).describe('what a reader should know, a sentence each'),
})
export type DataCard = z.infer<typeof dataCard>
