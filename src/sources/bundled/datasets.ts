/** Ids are functions of scikit-learn's `sklearn.datasets`, or names on Hugging Face; `load_` and `make_` need no network. */
export const bundledDatasets: readonly { id: string; description: string }[] = [
  {
    id: 'sklearn.datasets.load_iris',
    description:
      'Iris: 150 flowers, 4 measurements in centimetres, 3 species of 50 each. Small tabular classification; comes with scikit-learn.',
  },
  {
    id: 'sklearn.datasets.load_wine',
    description:
      'Wine recognition: 178 wines, 13 chemical measurements, 3 cultivars. Small tabular classification; comes with scikit-learn.',
  },
  {
    id: 'sklearn.datasets.load_breast_cancer',
    description:
      'Breast cancer Wisconsin (diagnostic): 569 tumours, 30 features of cell nuclei, 212 malignant and 357 benign. Binary tabular classification in medicine; comes with scikit-learn.',
  },
  {
    id: 'sklearn.datasets.load_digits',
    description:
      'Handwritten digits: 1,797 images of 8 × 8 pixels (64 features from 0 to 16), 10 classes. Small image classification; comes with scikit-learn.',
  },
  {
    id: 'sklearn.datasets.load_diabetes',
    description:
      'Diabetes: 442 patients, 10 standardised features, disease progression after one year. Small tabular regression; comes with scikit-learn.',
  },
  {
    id: 'sklearn.datasets.make_classification',
    description:
      'Generator of synthetic classification problems: rows, informative and redundant features, classes, label noise and a random seed are chosen.',
  },
  {
    id: 'sklearn.datasets.make_regression',
    description:
      'Generator of synthetic linear regression problems: rows, informative features, noise, effective rank and a random seed are chosen.',
  },
  {
    id: 'sklearn.datasets.make_moons',
    description:
      'Generator of two interleaving half circles in two dimensions with chosen noise: a toy for non-linear classification and nearest neighbours.',
  },
  {
    id: 'sklearn.datasets.fetch_california_housing',
    description: 'California housing: 20,640 districts, 8 features, median house value. Tabular regression; downloaded at first use.',
  },
  {
    id: 'sklearn.datasets.fetch_covtype',
    description:
      'Forest cover type: 581,012 patches of land, 54 features, 7 classes of trees. Large tabular classification; downloaded at first use.',
  },
  {
    id: 'sklearn.datasets.fetch_20newsgroups',
    description: '20 newsgroups: 18,846 posts in 20 topics, split by date. Text classification; downloaded at first use.',
  },
  {
    id: 'sklearn.datasets.fetch_olivetti_faces',
    description:
      'Olivetti faces: 400 grey images of 64 × 64 pixels, 40 people with 10 pictures each. Face recognition; downloaded at first use.',
  },
  {
    id: 'ylecun/mnist',
    description:
      'MNIST: 70,000 grey images of handwritten digits, 28 × 28 pixels, 10 classes, 60,000 for training and 10,000 for test. On Hugging Face.',
  },
  {
    id: 'zalando-datasets/fashion_mnist',
    description: 'Fashion-MNIST: 70,000 grey images of clothing, 28 × 28 pixels, 10 classes, split as MNIST. On Hugging Face.',
  },
  {
    id: 'uoft-cs/cifar10',
    description:
      'CIFAR-10: 60,000 colour images of 32 × 32 pixels, 10 classes, 50,000 for training and 10,000 for test. Image classification; on Hugging Face.',
  },
  {
    id: 'uoft-cs/cifar100',
    description: 'CIFAR-100: 60,000 colour images of 32 × 32 pixels, 100 fine and 20 coarse classes, split as CIFAR-10. On Hugging Face.',
  },
  {
    id: 'stanfordnlp/imdb',
    description:
      'IMDB reviews: 50,000 labelled film reviews, half for training and half for test, positive or negative. Sentiment of text; on Hugging Face.',
  },
  {
    id: 'fancyzhx/ag_news',
    description: 'AG news: 120,000 news texts for training and 7,600 for test, 4 topics. Text classification; on Hugging Face.',
  },
  {
    id: 'openai/gsm8k',
    description:
      'GSM8K: 7,473 school arithmetic word problems for training and 1,319 for test, with worked answers. Reasoning of language models; on Hugging Face.',
  },
]
