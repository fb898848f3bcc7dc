import type { Choice, Grammar } from './choices.ts'
import { type Genome, modelOf } from './genome.ts'

/** What stands in the places of the pipeline before the model. */
const stepsOf = (grammar: Grammar, genome: Genome): Choice[] =>
  Object.entries(grammar.places).flatMap(([place, choices]) => choices.filter(({ name }) => name === genome.places[place]))

/** The source text of a program: Python that reads what gal puts beside it and hands in predictions for each seed. */
export const writeProgram = (grammar: Grammar, genome: Genome): string => {
  const model = modelOf(grammar, genome.model)
  const steps = stepsOf(grammar, genome)
  const given = [...Object.entries(genome.of).map(([name, value]) => `${name}=${value}`), ...(model.fixed ? [model.fixed] : [])]
  const froms = [['sklearn.pipeline', 'make_pipeline'], [model.from, model.name], ...steps.flatMap(({ from }) => (from ? [from] : []))]
  const modules = [...new Set(froms.map(([module]) => module))].toSorted()
  const imports = modules.map((module) => {
    const names = froms.filter(([from]) => from === module).map(([, name]) => name)
    return `from ${module} import ${names.toSorted().join(', ')}`
  })
  const lines = [...steps.flatMap(({ line }) => (line ? [line] : [])), `${model.name}(${given.join(', ')})`]
  return `"""Learn from train.csv and predict valid.csv and test.csv, once for each seed of the lab."""

import numpy as np
import pandas as pd
${imports.join('\n')}

import lab

TARGET = "target"
ARM = "proposed"
SHARE = 0.8


def load():
    """What there is to learn from, and what is to be predicted."""
    train = pd.read_csv("train.csv")
    parts = {split: pd.read_csv(f"{split}.csv") for split in ("valid", "test")}
    columns = [column for column in train.columns if column != TARGET]
    return train, parts, columns


def build(seed):
    """The whole pipeline, from raw columns to predictions."""
    return make_pipeline(
${lines.map((line) => `        ${line},`).join('\n')}
    )


def main():
    train, parts, columns = load()
    for seed in lab.seeds:
        # Each repetition learns from rows of its own, so that their chance is measured as well.
        rows = train.sample(frac=SHARE, random_state=seed)
        model = build(seed)
        model.fit(rows[columns].to_numpy(), rows[TARGET].to_numpy())
        for split, part in parts.items():
            predictions = model.predict(part[columns].to_numpy())
            if not np.isfinite(predictions).all():
                print(f"seed {seed}: some predictions are not finite")
            lab.predict(split, predictions.tolist(), seed=seed, arm=ARM)


main()
`
}
