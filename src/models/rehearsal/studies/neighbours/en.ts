import { numeral, percent } from '../../format.ts'
import type { StudyWords } from '../study.ts'
import type { NeighboursSettings } from './study.ts'

const arm = (name: string): string => `k = ${name.slice('k='.length)}`

/** What people are told of the nearest neighbours study, in English. */
export const en = (settings: NeighboursSettings): StudyWords => ({
  title: 'The number of neighbours under label noise',
  question: `How many neighbours should vote in a nearest neighbour classifier when ${percent(settings.labelNoise)} % of the training labels are wrong?`,
  subject: 'the number of neighbours',
  importance:
    'A nearest neighbour classifier has one setting: the number k of training points that vote. A single neighbour repeats every wrong label in its surroundings, while many neighbours may reach across the border of a class.',
  hypothesis: `${arm(`k=${settings.neighbours[1]}`)} gives a higher test accuracy than ${arm(`k=${settings.neighbours[0]}`)}`,
  background:
    'The classifier assigns to a point the class that most of its $k$ nearest training points carry. If a share $p < 1/2$ of labels is wrong and all $k$ neighbours truly belong to one class, the vote fails only when more than half of them are wrong, which becomes rare as $k$ grows. The neighbourhood grows with $k$ as well, and near a border it holds points of the other class. The best $k$ balances the two.',
  data: `Each repetition draws points evenly in a square that is divided into ${numeral(settings.fields)} by ${numeral(settings.fields)} fields, coloured like a chessboard; the colour is the class. There are ${numeral(settings.trainSize)} training and ${numeral(settings.testSize)} test points. A training label is turned with probability ${numeral(settings.labelNoise)}; test labels are always true.`,
  procedure:
    'Neighbours are found by Euclidean distance over all training points and vote with equal weight. All k are odd, so that votes are not drawn. Within a repetition all arms share training and test points.',
  measure: 'test accuracy',
  measureMeaning: 'the share of test points that get their true class, in per cent',
  others: { 'vote-agreement': 'mean agreement among the voters' },
  step: 'number of training points',
  limits: 'The data have two dimensions and sharp borders, and wrong labels fall evenly; in many dimensions distances say less.',
  next: 'The share of wrong labels and the fineness of the classes should be varied together, because they pull k in opposite directions.',
  arm,
  at: (step) => `${numeral(step)} training points`,
})
