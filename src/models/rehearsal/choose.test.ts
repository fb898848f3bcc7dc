import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseStudy } from './choose.ts'

const own: [string, string][] = [
  ['Does label smoothing help a small classifier?', 'label-smoothing'],
  ['LABEL-SMOOTHING', 'label-smoothing'],
  ['¿Ayuda el suavizado de etiquetas a un clasificador pequeño?', 'label-smoothing'],
  ["Le lissage d'étiquettes aide-t-il ?", 'label-smoothing'],
  ['Is label smoothing a form of regularisation?', 'label-smoothing'],
  ['What step sizes suit gradient descent?', 'step-size'],
  ['Which learning rate converges fastest', 'step-size'],
  ['Tasa de aprendizaje del descenso de gradiente', 'step-size'],
  ["Quel taux d'apprentissage choisir ?", 'step-size'],
  ['Regularization of linear classifiers', 'regularisation'],
  ['weight decay with few samples', 'regularisation'],
  ['Regularización L2 en clasificadores lineales', 'regularisation'],
  ['Régularisation d’un classifieur linéaire', 'regularisation'],
  ['How many nearest neighbors?', 'neighbours'],
  ['k-NN with noisy labels', 'neighbours'],
  ['Los k vecinos más cercanos con ruido', 'neighbours'],
  ['Les k plus proches voisins', 'neighbours'],
  ['Variance reduction in Monte Carlo', 'variance-reduction'],
  ['Are antithetic variates worth it?', 'variance-reduction'],
  ['Reducción de la varianza', 'variance-reduction'],
  ['Réduction de variance par variables de contrôle', 'variance-reduction'],
]

describe('a topic that names the subject of a study', () => {
  test.each(own)('%s → %s', (topic, name) => {
    const { study, known, matched } = chooseStudy(topic)
    expect([study.name, known]).toEqual([name, true])
    expect(matched.length).toBeGreaterThan(0)
    for (const word of matched) expect(topic.normalize('NFC')).toContain(word)
  })
})

describe('a topic that names none', () => {
  test.each([
    ['Does dropout reduce overconfidence in neural networks?', 'label-smoothing'],
    ['Momentum in the optimization of quadratic functions', 'step-size'],
    ['Sparsity penalties in regression', 'regularisation'],
    ['Similarity and distance in retrieval', 'neighbours'],
    ['Monte Carlo tree search', 'variance-reduction'],
    ['Kernel smoothing of time series', 'label-smoothing'],
    ['Do bees dance?', 'label-smoothing'],
    ['', 'label-smoothing'],
    ['深層学習', 'label-smoothing'],
  ])('%s gets the nearest, %s, and is not called known', (topic, name) => {
    const { study, known } = chooseStudy(topic)
    expect([study.name, known]).toEqual([name, false])
  })

  test('words that stand far apart do not name a subject', () => {
    expect(chooseStudy('How does the size of the training set change after each further step?').known).toBe(false)
  })
})

test('case and accents make no difference', () => {
  fc.assert(
    fc.property(fc.constantFrom(...own.map(([topic]) => topic)), (topic) => {
      const { study, known } = chooseStudy(topic.toUpperCase().normalize('NFD'))
      expect({ name: study.name, known }).toEqual({ name: chooseStudy(topic).study.name, known: true })
    }),
    { numRuns: 30 },
  )
})

test('any text gets a study, and the same one each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (topic) => {
      expect(chooseStudy(topic).study.name).toBe(chooseStudy(topic).study.name)
    }),
    { numRuns: 50 },
  )
})
