import type { Entry } from './entry.ts'

/** Nearest-neighbour methods. */
export const neighbours: readonly Entry[] = [
  {
    key: 'cover1967',
    title: 'Nearest neighbor pattern classification',
    authors: ['T. Cover', 'P. Hart'],
    year: 1967,
    venue: 'IEEE Transactions on Information Theory 13(1)',
    doi: '10.1109/TIT.1967.1053964',
    abstract:
      'Classifies a point as its nearest labelled neighbour. As the sample grows, the error of this rule is at most twice the Bayes error, whatever the distributions. In this sense half of the information about the class lies in the nearest neighbour.',
  },
  {
    key: 'stone1977',
    title: 'Consistent Nonparametric Regression',
    authors: ['Charles J. Stone'],
    year: 1977,
    venue: 'The Annals of Statistics 5(4)',
    doi: '10.1214/aos/1176343886',
    abstract:
      'Gives conditions under which weighted averages of nearby responses converge to the regression function for every distribution of the data. The k nearest neighbours meet them when k grows without bound but more slowly than the sample. Nearest-neighbour classification is thus universally consistent.',
  },
  {
    key: 'hart1968',
    title: 'The condensed nearest neighbor rule',
    authors: ['P. Hart'],
    year: 1968,
    venue: 'IEEE Transactions on Information Theory 14(3)',
    doi: '10.1109/TIT.1968.1054155',
    abstract:
      'Reduces the memory of the nearest-neighbour rule by keeping only a subset of the examples that still classifies all the others correctly. Points are added as long as one is misclassified. The subset lies mostly along the boundaries between classes.',
  },
  {
    key: 'wilson1972',
    title: 'Asymptotic Properties of Nearest Neighbor Rules Using Edited Data',
    authors: ['Dennis L. Wilson'],
    year: 1972,
    venue: 'IEEE Transactions on Systems, Man, and Cybernetics SMC-2(3)',
    doi: '10.1109/TSMC.1972.4309137',
    abstract:
      'Removes each training example whose class disagrees with the majority of its nearest neighbours, and then applies the single nearest neighbour to what is left. With three neighbours for editing the error seems to come close to the Bayes error in many problems, even with few examples. The asymptotic error of edited and of plain rules is calculated for several problems.',
  },
  {
    key: 'dudani1976',
    title: 'The Distance-Weighted k-Nearest-Neighbor Rule',
    authors: ['Sahibsingh A. Dudani'],
    year: 1976,
    venue: 'IEEE Transactions on Systems, Man, and Cybernetics SMC-6(4)',
    doi: '10.1109/TSMC.1976.5408784',
    abstract:
      'Lets each of the k nearest neighbours vote with a weight that falls with its distance, so that close examples count for more than remote ones. The admissibility of such a rule is considered, too.',
  },
  {
    key: 'bentley1975',
    title: 'Multidimensional binary search trees used for associative searching',
    authors: ['Jon Louis Bentley'],
    year: 1975,
    venue: 'Communications of the ACM 18(9)',
    doi: '10.1145/361002.361007',
    abstract:
      'Introduces the k-d tree, which splits space by one coordinate at a time. Insertion and look-up take logarithmic time on average, and region queries visit only part of the tree. It remains the usual index for nearest neighbours in few dimensions.',
  },
  {
    key: 'altman1992',
    title: 'An Introduction to Kernel and Nearest-Neighbor Nonparametric Regression',
    authors: ['N. S. Altman'],
    year: 1992,
    venue: 'The American Statistician 46(3)',
    doi: '10.1080/00031305.1992.10475879',
    abstract:
      'Explains kernel and nearest-neighbour regression to readers who know the sample mean and median, of which these smoothers are local versions. The number of neighbours, like the width of a kernel, trades bias for variance. Such curves describe data and help to build and to check parametric models.',
  },
  {
    key: 'indyk1998',
    title: 'Approximate nearest neighbors: towards removing the curse of dimensionality',
    authors: ['Piotr Indyk', 'Rajeev Motwani'],
    year: 1998,
    venue: 'STOC 1998',
    doi: '10.1145/276698.276876',
    abstract:
      'Asks only for a neighbour that is nearly as close as the nearest. Hash functions that collide more often for close points than for distant ones then give queries in time below linear, even in many dimensions. This is the origin of locality-sensitive hashing.',
  },
  {
    key: 'beyer1999',
    title: 'When Is “Nearest Neighbor” Meaningful?',
    authors: ['Kevin Beyer', 'Jonathan Goldstein', 'Raghu Ramakrishnan', 'Uri Shaft'],
    year: 1999,
    venue: 'ICDT 1999',
    doi: '10.1007/3-540-49257-7_15',
    abstract:
      'Proves that under broad conditions the distances to the nearest and to the farthest point become alike as dimensions are added. Experiments see the effect from ten to fifteen dimensions on. Nearest neighbours stay meaningful when the data has clusters or few intrinsic dimensions.',
  },
  {
    key: 'samworth2012',
    title: 'Optimal weighted nearest neighbour classifiers',
    authors: ['Richard J. Samworth'],
    year: 2012,
    venue: 'The Annals of Statistics 40(5)',
    arxiv: '1101.5783',
    doi: '10.1214/12-AOS1049',
    abstract:
      'Derives how the excess error of a weighted nearest-neighbour classifier depends on its weights and finds the best weights in closed form. The gain over the unweighted rule with its best k depends on the dimension alone and is greatest at a few dimensions. The best unweighted k grows as a power of the sample size.',
  },
  {
    key: 'chaudhuri2014',
    title: 'Rates of Convergence for Nearest Neighbor Classification',
    authors: ['Kamalika Chaudhuri', 'Sanjoy Dasgupta'],
    year: 2014,
    venue: 'NIPS 2014',
    arxiv: '1407.0067',
    abstract:
      'Bounds the error of k-nearest-neighbour classification for finite samples and for each distribution, under a smoothness condition suited to neighbours. The rates match lower bounds under the usual margin conditions. Consistency is shown in a wide class of metric spaces.',
  },
  {
    key: 'cannings2017',
    title: 'Local nearest neighbour classification with applications to semi-supervised learning',
    authors: ['Timothy I. Cannings', 'Thomas B. Berrett', 'Richard J. Samworth'],
    year: 2017,
    arxiv: '1704.00642',
    abstract:
      'Lets the number of neighbours vary with the place, fewer where the data is sparse. The density that guides the choice can be estimated from unlabelled points. The local rule improves the rate of convergence over a single global k when the features have heavy tails.',
  },
  {
    key: 'andoni2018',
    title: 'Approximate Nearest Neighbor Search in High Dimensions',
    authors: ['Alexandr Andoni', 'Piotr Indyk', 'Ilya Razenshteyn'],
    year: 2018,
    venue: 'ICM 2018',
    arxiv: '1806.09823',
    abstract:
      'Surveys two decades of data structures that return a point nearly as close to the query as its nearest neighbour, in spaces of many dimensions. It also shows how the problem is connected to geometric functional analysis and combinatorial geometry.',
  },
  {
    key: 'malkov2018',
    title: 'Efficient and robust approximate nearest neighbor search using Hierarchical Navigable Small World graphs',
    authors: ['Yu. A. Malkov', 'D. A. Yashunin'],
    year: 2018,
    venue: 'IEEE Transactions on Pattern Analysis and Machine Intelligence',
    arxiv: '1603.09320',
    doi: '10.1109/TPAMI.2018.2889473',
    abstract:
      'Searches for neighbours by greedy walks over a graph in layers, coarse at the top and complete at the bottom, so that the number of steps grows logarithmically. It needs no other index and works for many distances. It is among the fastest methods in public comparisons.',
  },
]
