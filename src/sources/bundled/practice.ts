import type { Entry } from './entry.ts'

/** How research is done: agents, peer review, comparing results, and classifiers and data that serve as yardsticks. */
export const practice: readonly Entry[] = [
  {
    key: 'schmidgall2025',
    title: 'Agent Laboratory: Using LLM Agents as Research Assistants',
    authors: [
      'Samuel Schmidgall',
      'Yusheng Su',
      'Ze Wang',
      'Ximeng Sun',
      'Jialian Wu',
      'Xiaodong Yu',
      'Jiang Liu',
      'Michael Moor',
      'Zicheng Liu',
      'Emad Barsoum',
    ],
    year: 2025,
    arxiv: '2501.04227',
    abstract:
      'Describes a pipeline of language-model roles that goes from an idea given by a person through a literature review and experiments to a written report. A person may guide each stage. Reports are graded by people and by an automated reviewer, and the automated marks are found to be too generous.',
  },
  {
    key: 'schmidgall2025rxiv',
    title: 'AgentRxiv: Towards Collaborative Autonomous Research',
    authors: ['Samuel Schmidgall', 'Michael Moor'],
    year: 2025,
    arxiv: '2503.18102',
    abstract:
      'Lets several laboratories of language-model agents share their reports through a common preprint server. Laboratories that can read earlier reports improve more on the same task than isolated ones. Several laboratories side by side make progress sooner, at a higher total cost.',
  },
  {
    key: 'lu2024',
    title: 'The AI Scientist: Towards Fully Automated Open-Ended Scientific Discovery',
    authors: ['Chris Lu', 'Cong Lu', 'Robert Tjarko Lange', 'Jakob Foerster', 'Jeff Clune', 'David Ha'],
    year: 2024,
    arxiv: '2408.06292',
    abstract:
      'Chains language-model calls that propose ideas, change code, run experiments, write a paper and review it. Three subfields of machine learning serve as examples at a cost of some dollars a paper. The authors list failures, among them wrong readings of results and code that works around its time limit.',
  },
  {
    key: 'yao2023',
    title: 'ReAct: Synergizing Reasoning and Acting in Language Models',
    authors: ['Shunyu Yao', 'Jeffrey Zhao', 'Dian Yu', 'Nan Du', 'Izhak Shafran', 'Karthik Narasimhan', 'Yuan Cao'],
    year: 2023,
    venue: 'ICLR 2023',
    arxiv: '2210.03629',
    abstract:
      'Lets a language model alternate between written thoughts and actions whose results it then sees. Looking things up corrects invented facts, and the thoughts keep track of the plan. The pattern underlies many later agents.',
  },
  {
    key: 'wei2022',
    title: 'Chain-of-Thought Prompting Elicits Reasoning in Large Language Models',
    authors: ['Jason Wei', 'Xuezhi Wang', 'Dale Schuurmans', 'Maarten Bosma', 'Brian Ichter', 'Fei Xia', 'Ed Chi', 'Quoc Le', 'Denny Zhou'],
    year: 2022,
    venue: 'NeurIPS 2022',
    arxiv: '2201.11903',
    abstract:
      'Shows a few worked examples with their intermediate steps to a language model before asking a question. Large models then solve far more arithmetic, commonsense and symbolic problems; small models hardly gain.',
  },
  {
    key: 'shinn2023',
    title: 'Reflexion: Language Agents with Verbal Reinforcement Learning',
    authors: ['Noah Shinn', 'Federico Cassano', 'Edward Berman', 'Ashwin Gopinath', 'Karthik Narasimhan', 'Shunyu Yao'],
    year: 2023,
    venue: 'NeurIPS 2023',
    arxiv: '2303.11366',
    abstract:
      'Has an agent write down in words what went wrong in an attempt and read it before the next one. No weights are changed. Repeated attempts improve on programming, question answering and decision tasks.',
  },
  {
    key: 'francois2015',
    title: 'Arbitrariness of peer review: A Bayesian analysis of the NIPS experiment',
    authors: ['Olivier Francois'],
    year: 2015,
    arxiv: '1507.06411',
    abstract:
      'Analyses the conference experiment of 2014 in which a tenth of the submissions were judged by two committees, and an accepted paper had a chance of 60% of being rejected by the other one. A Bayesian model estimates that about 56% of the submissions met basic criteria of quality, while 22.5% were accepted. Accepting more would make the decisions less arbitrary, the author concludes.',
  },
  {
    key: 'ioannidis2005',
    title: 'Why Most Published Research Findings Are False',
    authors: ['John P. A. Ioannidis'],
    year: 2005,
    venue: 'PLoS Medicine 2(8)',
    doi: '10.1371/journal.pmed.0020124',
    abstract:
      'Computes how likely a claimed finding is to be true from the power of the study, the odds of the hypothesis beforehand, bias, and the number of teams at work. With small effects, flexible designs and many tests the chance can fall below one half. Larger studies and fewer degrees of freedom are the remedies.',
  },
  {
    key: 'henderson2018',
    title: 'Deep Reinforcement Learning that Matters',
    authors: ['Peter Henderson', 'Riashat Islam', 'Philip Bachman', 'Joelle Pineau', 'Doina Precup', 'David Meger'],
    year: 2018,
    venue: 'AAAI 2018',
    arxiv: '1709.06560',
    abstract:
      'Repeats well-known policy-gradient experiments and finds that random seeds, implementations and settings change results as much as the algorithms under comparison. Two groups of runs of one program can differ significantly by seed alone. The authors ask for more seeds, for tests and for intervals.',
  },
  {
    key: 'dietterich1998',
    title: 'Approximate Statistical Tests for Comparing Supervised Classification Learning Algorithms',
    authors: ['Thomas G. Dietterich'],
    year: 1998,
    venue: 'Neural Computation 10(7)',
    doi: '10.1162/089976698300017197',
    abstract:
      'Compares five tests of whether one classifier learns better than another. The t test over random splits claims differences too often, since the splits share data. Five repetitions of two-fold cross-validation, or McNemar’s test when a method can be run only once, keep their stated error.',
  },
  {
    key: 'student1908',
    title: 'The Probable Error of a Mean',
    authors: ['Student'],
    year: 1908,
    venue: 'Biometrika 6(1)',
    doi: '10.1093/biomet/6.1.1',
    abstract:
      'Derives how the mean of a small sample is distributed when its standard deviation has to be estimated from the same sample. The t distribution and the intervals and tests that rest on it go back to this paper.',
  },
  {
    key: 'welch1947',
    title: "The Generalization of 'Student's' Problem when Several Different Population Variances are Involved",
    authors: ['B. L. Welch'],
    year: 1947,
    venue: 'Biometrika 34(1–2)',
    doi: '10.1093/biomet/34.1-2.28',
    abstract:
      'Compares means of groups whose variances need not be equal, through their difference divided by its estimated standard error. In the test now named after the author this ratio is referred to a t distribution with degrees of freedom computed from the data. It is a safe default for comparing two methods over seeds.',
  },
  {
    key: 'efron1979',
    title: 'Bootstrap Methods: Another Look at the Jackknife',
    authors: ['B. Efron'],
    year: 1979,
    venue: 'The Annals of Statistics 7(1)',
    doi: '10.1214/aos/1176344552',
    abstract:
      'Estimates the distribution of a statistic by drawing new samples, with replacement, from the one at hand. The jackknife appears as an approximation of this bootstrap. It gives standard errors and intervals where no formula is known.',
  },
  {
    key: 'benjamini1995',
    title: 'Controlling the False Discovery Rate: A Practical and Powerful Approach to Multiple Testing',
    authors: ['Yoav Benjamini', 'Yosef Hochberg'],
    year: 1995,
    venue: 'Journal of the Royal Statistical Society, Series B 57(1)',
    doi: '10.1111/j.2517-6161.1995.tb02031.x',
    abstract:
      'Proposes to control the expected share of false claims among all claims when many hypotheses are tested. A simple step through the ordered p-values does so for independent tests. It finds more true effects than control of the chance of any false claim.',
  },
  {
    key: 'breiman2001',
    title: 'Random Forests',
    authors: ['Leo Breiman'],
    year: 2001,
    venue: 'Machine Learning 45',
    doi: '10.1023/A:1010933404324',
    abstract:
      'Averages many decision trees, each grown on a bootstrap sample with a random choice of features at each split. The error depends on the strength of single trees and on how little they are correlated. Examples left out of a tree give an estimate of the error without a test set.',
  },
  {
    key: 'fisher1936',
    title: 'The Use of Multiple Measurements in Taxonomic Problems',
    authors: ['R. A. Fisher'],
    year: 1936,
    venue: 'Annals of Eugenics 7(2)',
    doi: '10.1111/j.1469-1809.1936.tb02137.x',
    abstract:
      'Finds the linear combination of several measurements that separates groups best, and applies it to four measurements of 150 iris flowers of three species. Linear discriminant analysis and the iris data set, still a first test of classifiers, come from here.',
  },
]
