import type { Task } from './task.ts'

export type ScikitLearnSet = {
  /** As in sklearn.datasets: load_iris. */
  loader: string
  /** Arguments of the loader, as Python. */
  arguments: string
  /** How the target's column is called in the CSV that is made of it. */
  target: string
  task: Task
  rows: number
  /** Without the target. */
  features: number
  title: string
  licence: string
  source: string
}

const uci = 'CC BY 4.0 (UCI Machine Learning Repository)'

/** The data sets that scikit-learn has in its package, so that they need no network. */
export const scikitLearnSets: readonly ScikitLearnSet[] = [
  {
    loader: 'load_iris',
    arguments: '',
    target: 'species',
    task: 'classification',
    rows: 150,
    features: 4,
    title: 'Iris flowers: 3 species of 50 plants each, by the length and width of sepals and petals',
    licence: uci,
    source: 'R. A. Fisher 1936, doi 10.1111/j.1469-1809.1936.tb02137.x; UCI, doi 10.24432/C56C76',
  },
  {
    loader: 'load_wine',
    arguments: '',
    target: 'cultivar',
    task: 'classification',
    rows: 178,
    features: 13,
    title: 'Wine recognition: 3 cultivars of Italian wine, by chemical measurements',
    licence: uci,
    source: 'S. Aeberhard and M. Forina; UCI, doi 10.24432/C5PC7J',
  },
  {
    loader: 'load_breast_cancer',
    arguments: '',
    target: 'diagnosis',
    task: 'classification',
    rows: 569,
    features: 30,
    title: 'Breast cancer Wisconsin (diagnostic): malignant or benign tumours, by the shape of cell nuclei',
    licence: uci,
    source: 'W. Wolberg, O. Mangasarian, N. Street and W. Street; UCI, doi 10.24432/C5DW2B',
  },
  {
    loader: 'load_digits',
    arguments: '',
    target: 'digit',
    task: 'classification',
    rows: 1797,
    features: 64,
    title: 'Handwritten digits: images of 8 × 8 grey pixels, 10 classes',
    licence: uci,
    source: 'E. Alpaydin and C. Kaynak; the test part of UCI, doi 10.24432/C50P49',
  },
  {
    loader: 'load_diabetes',
    // The scaled form is computed when it is loaded, and may differ in the last digit from machine to machine.
    arguments: 'scaled=False',
    target: 'progression',
    task: 'regression',
    rows: 442,
    features: 10,
    title: 'Diabetes: how far the disease went within a year, by age, sex, body mass, blood pressure and six blood sera of patients',
    licence: 'none stated by the authors; distributed with scikit-learn (BSD-3-Clause)',
    source: 'B. Efron, T. Hastie, I. Johnstone and R. Tibshirani 2004, doi 10.1214/009053604000000067',
  },
]

export const scikitLearnId = ({ loader }: ScikitLearnSet): string => `sklearn.datasets.${loader}`

/** The set of this id, as catalogues give it, or in short as scikit-learn:iris. */
export const scikitLearnSet = (id: string): ScikitLearnSet | undefined =>
  scikitLearnSets.find((set) => id === scikitLearnId(set) || id === `scikit-learn:${set.loader.slice('load_'.length)}`)
