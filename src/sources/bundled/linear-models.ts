import type { Entry } from './entry.ts'

/** L2 penalties, weight decay and regularised linear models. */
export const linearModels: readonly Entry[] = [
  {
    key: 'hoerl1970',
    title: 'Ridge Regression: Biased Estimation for Nonorthogonal Problems',
    authors: ['Arthur E. Hoerl', 'Robert W. Kennard'],
    year: 1970,
    venue: 'Technometrics 12(1)',
    doi: '10.1080/00401706.1970.10488634',
    abstract:
      'Adds a small constant to the diagonal of the cross-product matrix before solving a least-squares problem with correlated predictors. The estimates are biased towards zero, but some amount of shrinkage always has a smaller mean squared error than least squares. The ridge trace, a plot of coefficients against the constant, helps to choose it.',
  },
  {
    key: 'tibshirani1996',
    title: 'Regression Shrinkage and Selection via the Lasso',
    authors: ['Robert Tibshirani'],
    year: 1996,
    venue: 'Journal of the Royal Statistical Society, Series B 58(1)',
    doi: '10.1111/j.2517-6161.1996.tb02080.x',
    abstract:
      'Bounds the sum of the absolute values of the coefficients in a linear regression. This shrinks as ridge regression does and also sets some coefficients to exactly zero, so that it selects variables. Simulations show when it does better and when worse than subset selection and ridge.',
  },
  {
    key: 'zou2005',
    title: 'Regularization and variable selection via the elastic net',
    authors: ['Hui Zou', 'Trevor Hastie'],
    year: 2005,
    venue: 'Journal of the Royal Statistical Society, Series B 67(2)',
    doi: '10.1111/j.1467-9868.2005.00503.x',
    abstract:
      'Combines the absolute and the squared penalty on the coefficients of a linear model. Unlike the lasso it keeps or drops groups of correlated predictors together, and it can select more predictors than there are observations. An algorithm for the whole path of solutions is given.',
  },
  {
    key: 'friedman2010',
    title: 'Regularization Paths for Generalized Linear Models via Coordinate Descent',
    authors: ['Jerome Friedman', 'Trevor Hastie', 'Rob Tibshirani'],
    year: 2010,
    venue: 'Journal of Statistical Software 33(1)',
    doi: '10.18637/jss.v033.i01',
    abstract:
      'Fits linear, logistic and multinomial regression with lasso, ridge or elastic-net penalties by cycling over one coefficient at a time. A grid of penalties is walked from strong to weak, each fit starting from the last. The program glmnet made such paths cheap for large and sparse data.',
  },
  {
    key: 'lecessie1992',
    title: 'Ridge Estimators in Logistic Regression',
    authors: ['S. le Cessie', 'J. C. van Houwelingen'],
    year: 1992,
    venue: 'Applied Statistics 41(1)',
    doi: '10.2307/2347628',
    abstract:
      'Brings the ridge penalty to logistic regression, where coefficients are unstable when predictors are many or correlated. Ways of choosing the strength of the penalty by cross-validated prediction error are compared. Shrinking improves both the estimates and the predicted probabilities on new cases.',
  },
  {
    key: 'ng2004',
    title: 'Feature selection, L1 vs. L2 regularization, and rotational invariance',
    authors: ['Andrew Y. Ng'],
    year: 2004,
    venue: 'ICML 2004',
    doi: '10.1145/1015330.1015435',
    abstract:
      'Compares penalties on logistic regression when most features are irrelevant. With an L1 penalty the number of examples that are needed grows with the logarithm of the number of irrelevant features; with L2, and any other method that does not notice a rotation of the data, it can grow linearly.',
  },
  {
    key: 'loshchilov2019',
    title: 'Decoupled Weight Decay Regularization',
    authors: ['Ilya Loshchilov', 'Frank Hutter'],
    year: 2019,
    venue: 'ICLR 2019',
    arxiv: '1711.05101',
    abstract:
      'Points out that weight decay and an L2 penalty are the same for plain gradient descent but not for Adam, where the penalty is divided by the adaptive scale. Shrinking the weights separately from the gradient step gives AdamW. Its best decay depends less on the learning rate, and it generalises better on image classification.',
  },
  {
    key: 'zhang2019decay',
    title: 'Three Mechanisms of Weight Decay Regularization',
    authors: ['Guodong Zhang', 'Chaoqi Wang', 'Bowen Xu', 'Roger Grosse'],
    year: 2019,
    venue: 'ICLR 2019',
    arxiv: '1810.12281',
    abstract:
      'Asks why weight decay helps even where it cannot change the function that a normalised network computes. Depending on optimiser and architecture it raises the effective learning rate, approximates a penalty on the input–output Jacobian, or reduces the damping of second-order steps. With some optimisers literal weight decay works better than an L2 penalty.',
  },
  {
    key: 'vanlaarhoven2017',
    title: 'L2 Regularization versus Batch and Weight Normalization',
    authors: ['Twan van Laarhoven'],
    year: 2017,
    arxiv: '1706.05350',
    abstract:
      'Shows that an L2 penalty has no regularising effect on weights that are followed by normalisation, since their scale does not change the output. The penalty then acts on the effective learning rate through the size of the weights. Common optimisers correct for this only in part.',
  },
  {
    key: 'soudry2018',
    title: 'The Implicit Bias of Gradient Descent on Separable Data',
    authors: ['Daniel Soudry', 'Elad Hoffer', 'Mor Shpigel Nacson', 'Suriya Gunasekar', 'Nathan Srebro'],
    year: 2018,
    venue: 'Journal of Machine Learning Research 19',
    arxiv: '1710.10345',
    abstract:
      'Follows unregularised logistic regression by gradient descent on data that a hyperplane separates. The weights grow without bound, but their direction tends, very slowly, to that of the hard-margin support vector machine. Training past zero error therefore still changes, and can improve, the classifier.',
  },
  {
    key: 'efron2004',
    title: 'Least Angle Regression',
    authors: ['Bradley Efron', 'Trevor Hastie', 'Iain Johnstone', 'Robert Tibshirani'],
    year: 2004,
    venue: 'The Annals of Statistics 32(2)',
    arxiv: 'math/0406456',
    doi: '10.1214/009053604000000067',
    abstract:
      'Builds a linear model by moving in the direction that makes equal angles with all predictors now most correlated with the residual. A small change of the procedure gives every lasso solution at about the cost of one least-squares fit. It explains why lasso and stagewise regression look alike.',
  },
  {
    key: 'golub1979',
    title: 'Generalized Cross-Validation as a Method for Choosing a Good Ridge Parameter',
    authors: ['Gene H. Golub', 'Michael Heath', 'Grace Wahba'],
    year: 1979,
    venue: 'Technometrics 21(2)',
    doi: '10.1080/00401706.1979.10489751',
    abstract:
      'Chooses the strength of a ridge penalty by a form of leave-one-out cross-validation that does not depend on the coordinate system. No estimate of the noise variance is needed. The choice is shown to come close to the one with the smallest expected prediction error.',
  },
  {
    key: 'cortes1995',
    title: 'Support-Vector Networks',
    authors: ['Corinna Cortes', 'Vladimir Vapnik'],
    year: 1995,
    venue: 'Machine Learning 20',
    doi: '10.1007/BF00994018',
    abstract:
      'Extends the maximum-margin classifier to data that cannot be separated, by paying for each violation of the margin. The constant in front of these payments trades the width of the margin against training errors, which amounts to L2 regularisation of the hinge loss. Kernels give non-linear boundaries; handwritten digits are the test.',
  },
  {
    key: 'geman1992',
    title: 'Neural Networks and the Bias/Variance Dilemma',
    authors: ['Stuart Geman', 'Elie Bienenstock', 'René Doursat'],
    year: 1992,
    venue: 'Neural Computation 4(1)',
    doi: '10.1162/neco.1992.4.1.1',
    abstract:
      'Splits the expected error of a learner into bias and variance and shows how regularisation, model size and training time trade one for the other. Nearest neighbours, kernel regression and neural networks serve as examples. General learners pay for their small bias with a variance that only very many examples remove.',
  },
  {
    key: 'belkin2019',
    title: 'Reconciling modern machine-learning practice and the classical bias–variance trade-off',
    authors: ['Mikhail Belkin', 'Daniel Hsu', 'Siyuan Ma', 'Soumik Mandal'],
    year: 2019,
    venue: 'Proceedings of the National Academy of Sciences 116(32)',
    arxiv: '1812.11118',
    doi: '10.1073/pnas.1903070116',
    abstract:
      'Describes double descent: test error first follows the familiar U as capacity grows, peaks where the model can just fit the training data, and falls again beyond. Among the many models that fit, larger classes hold smoother ones of small norm. The curve is shown for random features, trees and neural networks.',
  },
]
