import type { Entry } from './entry.ts'

/** Label smoothing, calibration and the regularisation of classifiers. */
export const classifiers: readonly Entry[] = [
  {
    key: 'szegedy2016',
    title: 'Rethinking the Inception Architecture for Computer Vision',
    authors: ['Christian Szegedy', 'Vincent Vanhoucke', 'Sergey Ioffe', 'Jonathon Shlens', 'Zbigniew Wojna'],
    year: 2016,
    venue: 'CVPR 2016',
    arxiv: '1512.00567',
    doi: '10.1109/CVPR.2016.308',
    abstract:
      'Sets out design rules for convolutional image classifiers that spend computation well, factorised convolutions above all. It also introduces label smoothing: the one-hot target is mixed with a uniform distribution over the classes, so that the network is not driven towards unbounded logits. The authors report a small gain in accuracy on ImageNet from this regulariser.',
  },
  {
    key: 'muller2019',
    title: 'When Does Label Smoothing Help?',
    authors: ['Rafael Müller', 'Simon Kornblith', 'Geoffrey Hinton'],
    year: 2019,
    venue: 'NeurIPS 2019',
    arxiv: '1906.02629',
    abstract:
      'Asks what training with smoothed labels does inside a classifier. Examples of a class gather in tight clusters in the last hidden layer, and confidence is calibrated better without a temperature fitted afterwards. The same effect removes information on how classes resemble one another, so that a smoothed teacher distils into a worse student.',
  },
  {
    key: 'guo2017',
    title: 'On Calibration of Modern Neural Networks',
    authors: ['Chuan Guo', 'Geoff Pleiss', 'Yu Sun', 'Kilian Q. Weinberger'],
    year: 2017,
    venue: 'ICML 2017',
    arxiv: '1706.04599',
    abstract:
      'Shows that deep classifiers of the time were more accurate than older ones, yet overconfident: predicted probabilities exceeded the observed frequencies. Depth, width, little weight decay and batch normalisation are examined as causes. Dividing the logits by one temperature fitted on held-out data repairs most of the miscalibration, measured as expected calibration error.',
  },
  {
    key: 'pereyra2017',
    title: 'Regularizing Neural Networks by Penalizing Confident Output Distributions',
    authors: ['Gabriel Pereyra', 'George Tucker', 'Jan Chorowski', 'Łukasz Kaiser', 'Geoffrey Hinton'],
    year: 2017,
    arxiv: '1701.06548',
    abstract:
      'Penalises output distributions of low entropy during supervised training, and connects this confidence penalty to label smoothing through the direction of a Kullback–Leibler divergence. Both are tried on image classification, language modelling, translation and speech. They help existing models without a change of other settings.',
  },
  {
    key: 'lukasik2020',
    title: 'Does Label Smoothing Mitigate Label Noise?',
    authors: ['Michal Lukasik', 'Srinadh Bhojanapalli', 'Aditya Krishna Menon', 'Sanjiv Kumar'],
    year: 2020,
    venue: 'ICML 2020',
    arxiv: '2003.02819',
    abstract:
      'Studies label smoothing when some training labels are wrong. Although smoothing looks like adding noise to the labels, it competes with methods that correct the loss for noise. Its effect is traced to regularisation, and distilling from a smoothed teacher is found to help under noise.',
  },
  {
    key: 'zhang2018mixup',
    title: 'mixup: Beyond Empirical Risk Minimization',
    authors: ['Hongyi Zhang', 'Moustapha Cisse', 'Yann N. Dauphin', 'David Lopez-Paz'],
    year: 2018,
    venue: 'ICLR 2018',
    arxiv: '1710.09412',
    abstract:
      'Trains a classifier on convex combinations of pairs of examples and of their labels, which asks for linear behaviour between training points. This simple augmentation improves generalisation on images, speech and tables. It also reduces the memorising of wrong labels and the sensitivity to adversarial examples.',
  },
  {
    key: 'hinton2015',
    title: 'Distilling the Knowledge in a Neural Network',
    authors: ['Geoffrey Hinton', 'Oriol Vinyals', 'Jeff Dean'],
    year: 2015,
    venue: 'NIPS 2014 Deep Learning Workshop',
    arxiv: '1503.02531',
    abstract:
      'Trains a small model on the softened class probabilities of a large model or an ensemble. Raising the temperature of the softmax shows how the teacher ranks the wrong classes, and these soft targets also act as a regulariser. A small network keeps much of the gain of an ensemble.',
  },
  {
    key: 'hinton2012',
    title: 'Improving neural networks by preventing co-adaptation of feature detectors',
    authors: ['Geoffrey E. Hinton', 'Nitish Srivastava', 'Alex Krizhevsky', 'Ilya Sutskever', 'Ruslan R. Salakhutdinov'],
    year: 2012,
    arxiv: '1207.0580',
    abstract:
      'Introduces dropout: hidden units are left out at random for each training case, so that no unit can lean on particular others. At test time all units are used with scaled weights, which approximates averaging many networks. Error falls on several speech and image recognition tasks.',
  },
  {
    key: 'lin2017',
    title: 'Focal Loss for Dense Object Detection',
    authors: ['Tsung-Yi Lin', 'Priya Goyal', 'Ross Girshick', 'Kaiming He', 'Piotr Dollár'],
    year: 2017,
    venue: 'ICCV 2017',
    arxiv: '1708.02002',
    abstract:
      'Reshapes the cross-entropy loss so that examples which are already classified well weigh little. This lets a one-stage object detector learn although nearly all of its candidate boxes are background. It is a common reference point for losses that change how confident a classifier becomes.',
  },
  {
    key: 'zhang2017',
    title: 'Understanding deep learning requires rethinking generalization',
    authors: ['Chiyuan Zhang', 'Samy Bengio', 'Moritz Hardt', 'Benjamin Recht', 'Oriol Vinyals'],
    year: 2017,
    venue: 'ICLR 2017',
    arxiv: '1611.03530',
    abstract:
      'Shows by randomising labels that ordinary image classifiers can fit pure noise. Explicit regularisation such as weight decay, dropout and augmentation changes test error, but is neither necessary nor sufficient for generalisation. Capacity alone therefore cannot explain why these networks work on true labels.',
  },
  {
    key: 'gal2016',
    title: 'Dropout as a Bayesian Approximation: Representing Model Uncertainty in Deep Learning',
    authors: ['Yarin Gal', 'Zoubin Ghahramani'],
    year: 2016,
    venue: 'ICML 2016',
    arxiv: '1506.02142',
    abstract:
      'Reads training with dropout as approximate inference in a deep Gaussian process. Keeping dropout on at test time and averaging several passes then gives an estimate of the uncertainty of the model. The estimate needs no change to how the network was trained.',
  },
  {
    key: 'lakshminarayanan2017',
    title: 'Simple and Scalable Predictive Uncertainty Estimation using Deep Ensembles',
    authors: ['Balaji Lakshminarayanan', 'Alexander Pritzel', 'Charles Blundell'],
    year: 2017,
    venue: 'NIPS 2017',
    arxiv: '1612.01474',
    abstract:
      'Trains a handful of networks from different random starts with a proper scoring rule and averages their predictive distributions. The ensemble is calibrated at least as well as approximate Bayesian networks of the time. It becomes less certain on inputs unlike the training data.',
  },
  {
    key: 'niculescu2005',
    title: 'Predicting good probabilities with supervised learning',
    authors: ['Alexandru Niculescu-Mizil', 'Rich Caruana'],
    year: 2005,
    venue: 'ICML 2005',
    doi: '10.1145/1102351.1102430',
    abstract:
      'Compares how well the scores of many kinds of classifier serve as probabilities, with reliability diagrams. Boosted trees and support vector machines push scores away from 0 and 1, naive Bayes towards them. Platt scaling and isotonic regression repair these distortions, the second when there is enough held-out data.',
  },
  {
    key: 'brier1950',
    title: 'Verification of Forecasts Expressed in Terms of Probability',
    authors: ['Glenn W. Brier'],
    year: 1950,
    venue: 'Monthly Weather Review 78(1)',
    doi: '10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2',
    abstract:
      'Proposes to score probability forecasts by the mean squared difference between the stated probabilities and what happened. A forecaster cannot gain by stating anything but what he believes. The score is now a standard measure of the calibration and sharpness of classifiers.',
  },
  {
    key: 'gneiting2007',
    title: 'Strictly Proper Scoring Rules, Prediction, and Estimation',
    authors: ['Tilmann Gneiting', 'Adrian E. Raftery'],
    year: 2007,
    venue: 'Journal of the American Statistical Association 102(477)',
    doi: '10.1198/016214506000001437',
    abstract:
      'Reviews scoring rules that reward honest probability forecasts, for categories and for continuous quantities. Such rules correspond to convex functions, and the logarithmic, Brier and continuous ranked probability scores are worked out as examples. It is the usual reference for judging predicted probabilities.',
  },
]
