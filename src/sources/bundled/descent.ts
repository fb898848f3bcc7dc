import type { Entry } from './entry.ts'

/** Step sizes and the convergence of gradient descent. */
export const descent: readonly Entry[] = [
  {
    key: 'robbins1951',
    title: 'A Stochastic Approximation Method',
    authors: ['Herbert Robbins', 'Sutton Monro'],
    year: 1951,
    venue: 'The Annals of Mathematical Statistics 22(3)',
    doi: '10.1214/aoms/1177729586',
    abstract:
      'Finds where a monotone function that can only be observed with noise reaches a given level, by taking ever smaller steps against the observation. Under mild conditions, steps whose sum diverges while the sum of their squares converges are enough for convergence. Stochastic gradient descent and its decaying step sizes descend from this method.',
  },
  {
    key: 'armijo1966',
    title: 'Minimization of functions having Lipschitz continuous first partial derivatives',
    authors: ['Larry Armijo'],
    year: 1966,
    venue: 'Pacific Journal of Mathematics 16(1)',
    doi: '10.2140/pjm.1966.16.1',
    abstract:
      'Proves convergence of gradient descent for functions with a Lipschitz continuous gradient, and gives a way of choosing the step without knowing the constant: shorten it until the function decreases enough. The condition is still the commonest stopping rule of backtracking line searches.',
  },
  {
    key: 'polyak1964',
    title: 'Some methods of speeding up the convergence of iteration methods',
    authors: ['B. T. Polyak'],
    year: 1964,
    venue: 'USSR Computational Mathematics and Mathematical Physics 4(5)',
    doi: '10.1016/0041-5553(64)90137-5',
    abstract:
      'Analyses iterations that use more than the last point, among them the heavy-ball method, which adds a multiple of the previous step to the gradient step. Near a minimum it converges at a rate that depends on the square root of the condition number, where plain gradient descent depends on the number itself.',
  },
  {
    key: 'barzilai1988',
    title: 'Two-Point Step Size Gradient Methods',
    authors: ['Jonathan Barzilai', 'Jonathan M. Borwein'],
    year: 1988,
    venue: 'IMA Journal of Numerical Analysis 8(1)',
    doi: '10.1093/imanum/8.1.141',
    abstract:
      'Chooses the step of gradient descent from the last change of the point and the last change of the gradient, as a one-number approximation of the secant equation. No line search is made and the function need not decrease at each step. In practice the method is far faster than steepest descent on badly conditioned problems.',
  },
  {
    key: 'polyak1992',
    title: 'Acceleration of Stochastic Approximation by Averaging',
    authors: ['B. T. Polyak', 'A. B. Juditsky'],
    year: 1992,
    venue: 'SIAM Journal on Control and Optimization 30(4)',
    doi: '10.1137/0330046',
    abstract:
      'Shows that averaging the iterates of stochastic approximation, run with steps that shrink more slowly than one over the step number, reaches the best possible asymptotic variance. The choice of the step size becomes much less delicate than for the last iterate alone.',
  },
  {
    key: 'kingma2015',
    title: 'Adam: A Method for Stochastic Optimization',
    authors: ['Diederik P. Kingma', 'Jimmy Ba'],
    year: 2015,
    venue: 'ICLR 2015',
    arxiv: '1412.6980',
    abstract:
      'Scales the step of each parameter by running averages of its gradient and of the squared gradient, with a correction for their start at zero. The size of an update hardly depends on the scale of the gradients, so that one step size suits many problems. It became the default optimiser of deep learning.',
  },
  {
    key: 'reddi2018',
    title: 'On the Convergence of Adam and Beyond',
    authors: ['Sashank J. Reddi', 'Satyen Kale', 'Sanjiv Kumar'],
    year: 2018,
    venue: 'ICLR 2018',
    arxiv: '1904.09237',
    abstract:
      'Gives a simple convex problem on which Adam does not converge, and finds the gap in the original proof: its short memory of squared gradients lets effective step sizes grow. A variant, AMSGrad, keeps the largest average seen so far and regains the guarantee.',
  },
  {
    key: 'wilson2017',
    title: 'The Marginal Value of Adaptive Gradient Methods in Machine Learning',
    authors: ['Ashia C. Wilson', 'Rebecca Roelofs', 'Mitchell Stern', 'Nathan Srebro', 'Benjamin Recht'],
    year: 2017,
    venue: 'NIPS 2017',
    arxiv: '1705.08292',
    abstract:
      'Compares adaptive optimisers with plain and momentum gradient descent. On a constructed classification task adaptive methods find a solution that predicts no better than chance, and on several deep learning benchmarks they generalise worse even when they train faster. Step sizes are tuned with care for every method.',
  },
  {
    key: 'zeiler2012',
    title: 'ADADELTA: An Adaptive Learning Rate Method',
    authors: ['Matthew D. Zeiler'],
    year: 2012,
    arxiv: '1212.5701',
    abstract:
      'Adapts the step of each dimension from running averages of squared gradients and of squared updates, so that the units of step and parameter agree. No global learning rate has to be set by hand. The method is shown on handwritten digits and on speech, and is steady over a wide range of its settings.',
  },
  {
    key: 'bottou2018',
    title: 'Optimization Methods for Large-Scale Machine Learning',
    authors: ['Léon Bottou', 'Frank E. Curtis', 'Jorge Nocedal'],
    year: 2018,
    venue: 'SIAM Review 60(2)',
    arxiv: '1606.04838',
    doi: '10.1137/16M1080173',
    abstract:
      'Surveys numerical optimisation as machine learning uses it. It explains why stochastic gradients beat batch methods on large data, proves convergence for fixed and for diminishing step sizes, and treats methods that reduce noise or use second derivatives. A fixed step converges fast to a neighbourhood of the optimum whose size is proportional to the step.',
  },
  {
    key: 'schmidt2013',
    title: 'Minimizing Finite Sums with the Stochastic Average Gradient',
    authors: ['Mark Schmidt', 'Nicolas Le Roux', 'Francis Bach'],
    year: 2013,
    arxiv: '1309.2388',
    abstract:
      'Keeps the last gradient of every example and steps along their average while refreshing one at a time. With a constant step size the method converges linearly on strongly convex sums, at the price of a single gradient per iteration. Plain stochastic gradient descent cannot do so.',
  },
  {
    key: 'loshchilov2017',
    title: 'SGDR: Stochastic Gradient Descent with Warm Restarts',
    authors: ['Ilya Loshchilov', 'Frank Hutter'],
    year: 2017,
    venue: 'ICLR 2017',
    arxiv: '1608.03983',
    abstract:
      'Lowers the learning rate along half a cosine and then sets it back to its first value, in periods that grow. The schedule reaches a given accuracy in fewer epochs than stepwise decay on image benchmarks. Models taken at the ends of the periods can be combined to an ensemble at no cost.',
  },
  {
    key: 'smith2017',
    title: 'Cyclical Learning Rates for Training Neural Networks',
    authors: ['Leslie N. Smith'],
    year: 2017,
    venue: 'WACV 2017',
    arxiv: '1506.01186',
    abstract:
      'Lets the learning rate rise and fall between two bounds instead of only falling. The bounds are found in one short run in which the rate grows steadily while accuracy is watched. Several image classifiers reach the same accuracy in fewer iterations, with less tuning.',
  },
  {
    key: 'goyal2017',
    title: 'Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour',
    authors: [
      'Priya Goyal',
      'Piotr Dollár',
      'Ross Girshick',
      'Pieter Noordhuis',
      'Lukasz Wesolowski',
      'Aapo Kyrola',
      'Andrew Tulloch',
      'Yangqing Jia',
      'Kaiming He',
    ],
    year: 2017,
    arxiv: '1706.02677',
    abstract:
      'Multiplies the learning rate by the factor by which the minibatch grows, after a gradual warm-up from a small rate. With this rule batches of several thousand images lose no accuracy. The paper made warm-up and linear scaling customary.',
  },
  {
    key: 'cohen2021',
    title: 'Gradient Descent on Neural Networks Typically Occurs at the Edge of Stability',
    authors: ['Jeremy M. Cohen', 'Simran Kaur', 'Yuanzhi Li', 'J. Zico Kolter', 'Ameet Talwalkar'],
    year: 2021,
    venue: 'ICLR 2021',
    arxiv: '2103.00065',
    abstract:
      'Observes full-batch gradient descent with a constant step size on neural networks. The largest eigenvalue of the Hessian rises until it reaches two divided by the step size and then stays about there. The loss nevertheless falls in the long run, though not at every step, which classical conditions on the step size do not explain.',
  },
]
