/** One way to fill a place of the pipeline: what it imports, and its line of Python; no line when the place stays empty. */
export type Choice = { name: string; from?: readonly [module: string, names: string]; line?: string }

/** A model: where it is imported from, its fixed arguments, and what may be chosen of the others. */
export type Model = { name: string; from: string; fixed?: string; chosen: Readonly<Record<string, readonly string[]>> }

/** The places of the pipeline before the model, in their order, and the models. */
export type Grammar = { places: Readonly<Record<string, readonly Choice[]>>; models: readonly Model[] }

const empty: Choice = { name: 'none' }

const placesFor = (test: string): Grammar['places'] => ({
  shape: [
    empty,
    {
      name: 'quantiles',
      from: ['sklearn.preprocessing', 'QuantileTransformer'],
      line: 'QuantileTransformer(n_quantiles=30, output_distribution="normal", random_state=seed)',
    },
  ],
  scale: [
    empty,
    { name: 'standard', from: ['sklearn.preprocessing', 'StandardScaler'], line: 'StandardScaler()' },
    { name: 'unit range', from: ['sklearn.preprocessing', 'MinMaxScaler'], line: 'MinMaxScaler()' },
  ],
  select: [
    empty,
    ...['50', '20'].map(
      (size): Choice => ({
        name: size,
        from: ['sklearn.feature_selection', `SelectPercentile, ${test}`],
        line: `SelectPercentile(${test}, percentile=${size})`,
      }),
    ),
  ],
})

const n_neighbors = ['1', '5', '15']
const max_depth = ['3', '8']

export const classification: Grammar = {
  places: placesFor('f_classif'),
  models: [
    { name: 'KNeighborsClassifier', from: 'sklearn.neighbors', chosen: { n_neighbors } },
    { name: 'LogisticRegression', from: 'sklearn.linear_model', fixed: 'max_iter=200', chosen: { C: ['0.01', '1.0', '100.0'] } },
    { name: 'SVC', from: 'sklearn.svm', fixed: 'random_state=seed', chosen: { C: ['0.1', '1.0', '10.0'] } },
    {
      name: 'LinearDiscriminantAnalysis',
      from: 'sklearn.discriminant_analysis',
      fixed: 'solver="lsqr"',
      chosen: { shrinkage: ['0.1', '0.6'] },
    },
    { name: 'GaussianNB', from: 'sklearn.naive_bayes', chosen: { var_smoothing: ['1e-9', '0.1'] } },
    { name: 'DecisionTreeClassifier', from: 'sklearn.tree', fixed: 'random_state=seed', chosen: { max_depth } },
  ],
}

export const regression: Grammar = {
  places: placesFor('f_regression'),
  models: [
    { name: 'KNeighborsRegressor', from: 'sklearn.neighbors', chosen: { n_neighbors } },
    { name: 'Ridge', from: 'sklearn.linear_model', chosen: { alpha: ['0.1', '10.0', '1000.0'] } },
    { name: 'SVR', from: 'sklearn.svm', chosen: { C: ['0.1', '1.0', '10.0'] } },
    { name: 'Lasso', from: 'sklearn.linear_model', chosen: { alpha: ['0.01', '0.3'] } },
    { name: 'KernelRidge', from: 'sklearn.kernel_ridge', fixed: 'kernel="rbf", gamma=0.05', chosen: { alpha: ['0.01', '1.0'] } },
    { name: 'DecisionTreeRegressor', from: 'sklearn.tree', fixed: 'random_state=seed', chosen: { max_depth } },
  ],
}
