import { numeral } from '../../format.ts'
import type { StudyWords } from '../study.ts'
import type { RegularisationSettings } from './study.ts'

const arm = (name: string): string => `an L2 strength of ${numeral(Number(name.slice('l2='.length)))}`

/** What people are told of the regularisation study, in English. */
export const en = (settings: RegularisationSettings): StudyWords => ({
  title: 'L2 regularisation of a linear classifier with few samples',
  question: `How strong should the L2 penalty of a linear classifier be with ${numeral(settings.trainSize)} training samples and ${numeral(settings.features)} features?`,
  subject: 'L2 regularisation',
  importance:
    'With about as many features as samples, a linear classifier can fit its training set without learning what distinguishes the classes. The L2 penalty is the simplest remedy, and how strong it should be has to be measured.',
  hypothesis: `${arm(`l2=${settings.strengths[1]}`)} gives a higher test accuracy than ${arm(`l2=${settings.strengths[0]}`)}`,
  background:
    'Ridge regression minimises the mean squared error plus $\\lambda \\lVert w \\rVert^2$. Its solution is $w = (X^\\top X / n + \\lambda I)^{-1} X^\\top y / n$. Directions in which the samples hardly vary are those where noise enters the solution most, and the penalty damps exactly these. It therefore lowers variance and raises bias: it also damps informative features, the more so the smaller their scale.',
  data: `Each repetition draws two classes of equal expected size that differ in the mean of ${numeral(settings.informative)} of ${numeral(settings.features)} features, by ${numeral(2 * settings.effect)} times their standard deviation in each; the remaining features are noise of unit variance. Informative features are scaled by ${numeral(settings.signalScale)}. There are ${numeral(settings.trainSize)} training and ${numeral(settings.testSize)} test samples.`,
  procedure:
    'The classifier is the sign of a ridge regression on labels of −1 and 1, solved exactly by a Cholesky factorisation. Within a repetition all arms share training and test samples. The smallest strength serves as the baseline with next to no penalty; the exact zero has no unique solution when features outnumber samples.',
  measure: 'test accuracy',
  measureMeaning: 'the share of test samples on the right side of the plane, in per cent',
  others: { 'train-accuracy': 'training accuracy', 'weight-norm': 'length of the weight vector' },
  step: 'number of training samples',
  limits:
    'Features are independent and normal, and the classifier has no intercept; correlated or heavy-tailed features may ask for other strengths.',
  next: 'The number of samples should be varied: does the penalty matter less as it grows?',
  arm,
  at: (step) => `${numeral(step)} training samples`,
})
