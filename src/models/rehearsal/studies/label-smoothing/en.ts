import { numeral, percent } from '../../format.ts'
import type { StudyWords } from '../study.ts'
import type { LabelSmoothingSettings } from './study.ts'

const arm = (name: string): string => {
  const amount = name.slice('smoothing='.length)
  return amount === '0' ? 'no smoothing' : `a smoothing of ${amount}`
}

/** What people are told of the label smoothing study, in English. */
export const en = (settings: LabelSmoothingSettings): StudyWords => ({
  title: 'Label smoothing in a small classifier',
  question: `Does label smoothing lower the test loss of a small classifier when ${percent(settings.labelNoise)} % of the training labels are wrong?`,
  subject: 'label smoothing',
  importance:
    'A classifier that is trained on hard labels is pushed towards certainty, also where a label is wrong. Label smoothing asks for less certainty and costs nothing to compute, so it matters when it helps and when it harms.',
  hypothesis: `${arm(`smoothing=${settings.smoothing[1]}`)} gives a lower test loss than ${arm(`smoothing=${settings.smoothing[0]}`)}`,
  background:
    'Label smoothing replaces a one-hot target over $K$ classes by a mixture of that target and the uniform distribution: the labelled class gets $1 - \\varepsilon + \\varepsilon / K$ and every other class $\\varepsilon / K$. The cross-entropy is then lowest at finite differences of the class scores, so the network is not driven to ever larger weights. With wrong labels in the training set this limits the loss on points that were learnt wrongly; without them it can make correct predictions needlessly unsure.',
  data: `Each repetition draws ${numeral(settings.classes)} class centres in ${numeral(settings.features)} dimensions, at a typical distance of ${numeral(settings.separation)} from the origin, and surrounds them with points of unit variance: ${numeral(settings.trainSize)} for training and ${numeral(settings.testSize)} for testing. A training label is replaced by that of another class with probability ${numeral(settings.labelNoise)}; test labels are always true.`,
  procedure: `The classifier has one hidden layer of ${numeral(settings.hidden)} rectified units and a softmax output. It is trained by stochastic gradient descent, one point at a time, for ${numeral(settings.epochs)} epochs at a learning rate of ${numeral(settings.rate)}. Within a repetition all arms share data, first weights and order of the points; only the smoothing differs.`,
  measure: 'test loss',
  measureMeaning: 'the mean negative log-likelihood of the true class on the test points, in nats',
  others: { 'test-accuracy': 'test accuracy', overconfidence: 'excess of mean confidence over accuracy' },
  step: 'epoch',
  limits:
    'The classifier is small, its data are round clouds of points, and wrong labels fall evenly on all classes; images, text and systematic labelling errors may behave differently.',
  next: 'The share of wrong labels should be varied: does the benefit of smoothing, where there is one, grow with it?',
  arm,
  at: (step) => `epoch ${numeral(step)}`,
})
