import { z } from 'zod'
import { defineStudy, distinct, seeds } from '../study.ts'
import { en } from './en.ts'

const settings = z
  .strictObject({
    study: z.literal('regularisation'),
    seeds,
    /** Strengths of the L2 penalty. The smallest allowed one only keeps the equations solvable. */
    strengths: distinct(z.number().min(0.000001).max(1000)),
    features: z.int().min(2).max(80),
    informative: z.int().min(1).max(80),
    /** Half the distance between the class means in an informative feature, in its standard deviations. */
    effect: z.number().min(0).max(5),
    /** Scale of the informative features; that of the others is 1. */
    signalScale: z.number().min(0.01).max(10),
    trainSize: z.int().min(8).max(400),
    testSize: z.int().min(20).max(600),
  })
  .refine(({ informative, features }) => informative <= features, 'no more informative features than features')
export type RegularisationSettings = z.infer<typeof settings>

const setup = { features: 48, informative: 6, effect: 0.5, signalScale: 1, trainSize: 48, testSize: 400 }

/** How much L2 regularisation does a linear classifier need when it has few samples and many features? */
export const regularisation = defineStudy({
  name: 'regularisation',
  settings,
  dataKeys: ['features', 'informative', 'effect', 'signalScale', 'trainSize', 'testSize'],
  pilot: { ...setup, strengths: [0.000001, 0.1, 1] },
  further: { ...setup, strengths: [0.000001, 0.1, 1, 10] },
  armsIn: 'strengths',
  probe: 0.01,
  arms: ({ strengths }) => strengths.map((strength) => `l2=${strength}`),
  primary: { name: 'test-accuracy', unit: '%', better: 'higher', decimals: 1 },
  others: [
    { name: 'train-accuracy', unit: '%', better: 'higher', decimals: 1 },
    { name: 'weight-norm', better: 'lower', decimals: 2 },
  ],
  curve: { name: 'test-accuracy-by-size', unit: '%' },
  defect: { sound: '      const w = fit(summary, strength)', broken: '      const w = fit(summary.matrix, strength)' },
  subjects: [
    'regularisation',
    'regularised',
    'weight decay',
    'l2',
    'ridge',
    'shrinkage',
    'regularizacion',
    'regularisation lineaire',
    'contraccion ridge',
  ],
  kindred: {
    1: 'sample dimension norm small data dataset bias classifier muestra echantillon',
    2: 'linear logistic regression feature weight decay lineal regresion lineaire svm',
    3: 'penalty shrinkage sparsity overfitting generalisation penalizacion sobreajuste penalite surapprentissage',
    4: 'regularisation regularised ridge lasso',
  },
  words: { en },
})
