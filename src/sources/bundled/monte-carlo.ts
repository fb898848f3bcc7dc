import type { Entry } from './entry.ts'

/** Monte Carlo integration and the reduction of its variance. */
export const monteCarlo: readonly Entry[] = [
  {
    key: 'metropolis1949',
    title: 'The Monte Carlo Method',
    authors: ['Nicholas Metropolis', 'S. Ulam'],
    year: 1949,
    venue: 'Journal of the American Statistical Association 44(247)',
    doi: '10.1080/01621459.1949.10483310',
    abstract:
      'Proposes to study systems too complicated for formulas by following random histories and counting what happens. The accuracy of the answer depends on the number of histories, not on the number of dimensions. The paper gave the method its name.',
  },
  {
    key: 'hammersley1956',
    title: 'A new Monte Carlo technique: antithetic variates',
    authors: ['J. M. Hammersley', 'K. W. Morton'],
    year: 1956,
    venue: 'Mathematical Proceedings of the Cambridge Philosophical Society 52(3)',
    doi: '10.1017/S0305004100031455',
    abstract:
      'Averages estimates that are made to be negatively correlated, for example by using a uniform number together with one minus it. Their errors partly cancel, so that the variance falls below that of as many independent draws. For smooth or monotone integrands the gain can be large.',
  },
  {
    key: 'halton1960',
    title: 'On the efficiency of certain quasi-random sequences of points in evaluating multi-dimensional integrals',
    authors: ['J. H. Halton'],
    year: 1960,
    venue: 'Numerische Mathematik 2',
    doi: '10.1007/BF01386213',
    abstract:
      'Builds point sequences for integration by reversing the digits of the counting numbers in a different prime base for each dimension. The points fill the unit cube more evenly than random ones. The bound on the integration error falls nearly as one over the number of points.',
  },
  {
    key: 'sobol1967',
    title: 'On the distribution of points in a cube and the approximate evaluation of integrals',
    authors: ["I. M. Sobol'"],
    year: 1967,
    venue: 'USSR Computational Mathematics and Mathematical Physics 7(4)',
    doi: '10.1016/0041-5553(67)90144-9',
    abstract:
      'Constructs sequences in base two that put equal numbers of points into many families of boxes of the unit cube. Integrals are approximated by plain averages over the points. These sequences are the commonest choice for quasi-Monte Carlo integration.',
  },
  {
    key: 'mckay1979',
    title: 'A Comparison of Three Methods for Selecting Values of Input Variables in the Analysis of Output from a Computer Code',
    authors: ['M. D. McKay', 'R. J. Beckman', 'W. J. Conover'],
    year: 1979,
    venue: 'Technometrics 21(2)',
    doi: '10.1080/00401706.1979.10489755',
    abstract:
      'Compares random, stratified and Latin hypercube sampling of the inputs of a simulation. The last stratifies every input at once by permuting its strata. When the output is monotone in each input, its mean is estimated with no more variance than by random sampling, often far less.',
  },
  {
    key: 'lavenberg1981',
    title: 'A Perspective on the Use of Control Variables to Increase the Efficiency of Monte Carlo Simulations',
    authors: ['Stephen S. Lavenberg', 'Peter D. Welch'],
    year: 1981,
    venue: 'Management Science 27(3)',
    doi: '10.1287/mnsc.27.3.322',
    abstract:
      'Uses quantities of known mean to correct a simulation estimate through a regression. Estimating the coefficients costs part of the gain, by a factor that depends on the number of controls and of replications. Few, strongly correlated controls are therefore best.',
  },
  {
    key: 'veach1995',
    title: 'Optimally combining sampling techniques for Monte Carlo rendering',
    authors: ['Eric Veach', 'Leonidas J. Guibas'],
    year: 1995,
    venue: 'SIGGRAPH 1995',
    doi: '10.1145/218380.218498',
    abstract:
      'Combines samples from several importance-sampling distributions with weights that depend on all their densities. The balance heuristic is provably near the best unbiased combination of this form. The technique keeps the strengths of each distribution and made robust light transport possible.',
  },
  {
    key: 'owen1997',
    title: 'Scrambled net variance for integrals of smooth functions',
    authors: ['Art B. Owen'],
    year: 1997,
    venue: 'The Annals of Statistics 25(4)',
    doi: '10.1214/aos/1031594731',
    abstract:
      'Studies quasi-Monte Carlo points whose digits are scrambled at random, which keeps their evenness and allows an error estimate from replications. For smooth integrands the variance falls nearly as the third power of the number of points, where plain Monte Carlo has the first.',
  },
  {
    key: 'owen2000',
    title: 'Safe and Effective Importance Sampling',
    authors: ['Art Owen', 'Yi Zhou'],
    year: 2000,
    venue: 'Journal of the American Statistical Association 95(449)',
    doi: '10.1080/01621459.2000.10473909',
    abstract:
      'Importance sampling can fail badly when the proposal has light tails. Sampling from a mixture that includes the nominal density, with the mixture components as control variates, bounds the harm: the estimate is never much worse than with the best single component.',
  },
  {
    key: 'giles2008',
    title: 'Multilevel Monte Carlo Path Simulation',
    authors: ['Michael B. Giles'],
    year: 2008,
    venue: 'Operations Research 56(3)',
    doi: '10.1287/opre.1070.0496',
    abstract:
      'Estimates an expectation of a stochastic differential equation as a sum of corrections between coarse and fine time steps, each simulated with common random numbers. Most samples are spent where they are cheap. For Euler steps the cost of a root-mean-square error ε falls from the order of ε⁻³ to about ε⁻²(log ε)².',
  },
  {
    key: 'dick2013',
    title: 'High-dimensional integration: The quasi-Monte Carlo way',
    authors: ['Josef Dick', 'Frances Y. Kuo', 'Ian H. Sloan'],
    year: 2013,
    venue: 'Acta Numerica 22',
    doi: '10.1017/S0962492913000044',
    abstract:
      'Surveys quasi-Monte Carlo rules for integrals in very many dimensions: lattice rules, digital nets and their randomised and higher-order forms. Weighted function spaces explain when the error bound does not grow with the dimension. Constructions are built one component at a time.',
  },
  {
    key: 'caflisch1998',
    title: 'Monte Carlo and quasi-Monte Carlo methods',
    authors: ['Russel E. Caflisch'],
    year: 1998,
    venue: 'Acta Numerica 7',
    doi: '10.1017/S0962492900002804',
    abstract:
      'Reviews Monte Carlo integration and the ways of making it converge faster: antithetic variables, control variates, matching moments, stratification, importance sampling, and low-discrepancy points. The loss of the quasi-random advantage in many dimensions and remedies for it are discussed. Applications include rarefied gases and finance.',
  },
  {
    key: 'oates2017',
    title: 'Control functionals for Monte Carlo integration',
    authors: ['Chris J. Oates', 'Mark Girolami', 'Nicolas Chopin'],
    year: 2017,
    venue: 'Journal of the Royal Statistical Society, Series B 79(3)',
    arxiv: '1410.2392',
    abstract:
      'Replaces a fixed control variate by a function that is learnt from part of the samples, in a space whose members integrate to zero by Stein’s identity. The density needs to be known only up to a constant. The estimate converges faster than the usual square-root rate when the integrand is smooth.',
  },
  {
    key: 'vehtari2015',
    title: 'Pareto Smoothed Importance Sampling',
    authors: ['Aki Vehtari', 'Daniel Simpson', 'Andrew Gelman', 'Yuling Yao', 'Jonah Gabry'],
    year: 2015,
    arxiv: '1507.02646',
    abstract:
      'Replaces the largest importance weights by quantiles of a generalised Pareto distribution fitted to them, which stabilises the estimate. The fitted shape says how heavy the tail is and so whether the estimate can be trusted with the given sample.',
  },
  {
    key: 'ranganath2014',
    title: 'Black Box Variational Inference',
    authors: ['Rajesh Ranganath', 'Sean Gerrish', 'David M. Blei'],
    year: 2014,
    venue: 'AISTATS 2014',
    arxiv: '1401.0118',
    abstract:
      'Estimates the gradient of the variational objective by sampling from the approximation, so that little has to be derived for each model. The estimate is too noisy as it stands; Rao–Blackwellisation and control variates reduce its variance until it is useful.',
  },
]
