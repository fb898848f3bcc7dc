import { z } from 'zod'
import { defineStudy, distinct, seeds } from '../study.ts'
import { en } from './en.ts'

const odd = z
  .int()
  .min(1)
  .max(99)
  .refine((k) => k % 2 === 1, 'an odd number, so that no vote is a draw')

const settings = z.strictObject({
  study: z.literal('neighbours'),
  seeds,
  neighbours: distinct(odd),
  labelNoise: z.number().min(0).max(0.5),
  /** Fields of the chessboard along each side. */
  fields: z.int().min(2).max(8),
  trainSize: z.int().min(20).max(300),
  testSize: z.int().min(20).max(300),
})
export type NeighboursSettings = z.infer<typeof settings>

const setup = { labelNoise: 0.2, fields: 2, trainSize: 240, testSize: 200 }

/** How many neighbours should vote when some training labels are wrong? */
export const neighbours = defineStudy({
  name: 'neighbours',
  settings,
  dataKeys: ['labelNoise', 'fields', 'trainSize', 'testSize'],
  pilot: { ...setup, neighbours: [1, 5, 15] },
  further: { ...setup, neighbours: [1, 5, 15, 45] },
  armsIn: 'neighbours',
  probe: 3,
  arms: (chosen) => chosen.neighbours.map((k) => `k=${k}`),
  primary: { name: 'test-accuracy', unit: '%', better: 'higher', decimals: 1 },
  others: [{ name: 'vote-agreement', unit: '%', better: 'higher', decimals: 1 }],
  curve: { name: 'test-accuracy-by-size', unit: '%' },
  defect: {
    sound: '    const ordered = test.map((point) => labelsByDistance(part, point))',
    broken: '    const ordered = tests.map((point) => labelsByDistance(part, point))',
  },
  subjects: ['nearest neighbour', 'neighbour vote', 'knn', 'k nn', 'vecino cercano', 'vecino proximo', 'proche voisin', 'kppv'],
  kindred: {
    1: 'k metric label local search density embedding classifier classification',
    2: 'vote distance similarity instance kernel noise noisy retrieval cluster ruido distancia bruit',
    3: 'nearest nonparametric cercano proche',
    4: 'neighbour knn vecino voisin',
  },
  words: { en },
})
