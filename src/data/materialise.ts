import { type ScikitLearnSet, scikitLearnSet } from './scikit-learn-sets.ts'
import type { Task } from './task.ts'

/** How the rows of a chosen data set are got. */
export type Way =
  /** By a Python program that writes a CSV into the folder in which it runs; it needs scikit-learn and no network. */
  | {
      by: 'program'
      program: { name: string; text: string }
      writes: string
      about: { name: string; target: string; task: Task; licence: string; source: string }
    }
  /** By the catalogue that found it: its `bring` gives the table. */
  | { by: 'openml' | 'folder' | 'hugging-face'; id: string }

const writes = 'data.csv'

/** Names of classes stand in for their numbers where the set has them. */
const program = ({ loader, arguments: given, target }: ScikitLearnSet): string => `import csv
from sklearn.datasets import ${loader}

data = ${loader}(${given})
names = list(getattr(data, "target_names", []))
rows = zip(data.data.tolist(), data.target.tolist())
with open("${writes}", "w", newline="", encoding="utf-8") as file:
    out = csv.writer(file, lineterminator="\\n")
    out.writerow([*map(str, data.feature_names), "${target}"])
    for features, value in rows:
        out.writerow([*features, str(names[value]) if names else value])
`

type Catalogue = Exclude<Way['by'], 'program'>

const ids: readonly { by: Catalogue; form: RegExp }[] = [
  { by: 'openml', form: /^openml:\d+$/ },
  { by: 'folder', form: /^folder:.+$/ },
  { by: 'hugging-face', form: /^[\w.-]+\/[\w.-]+$/ },
]

/** How the data set of this id becomes a table; undefined for one that gal cannot get, such as a generator. */
export const wayTo = (id: string): Way | undefined => {
  const set = scikitLearnSet(id)
  if (set) {
    const { target, task, licence, source } = set
    return {
      by: 'program',
      program: { name: 'materialise.py', text: program(set) },
      writes,
      about: { name: id, target, task, licence, source },
    }
  }
  const by = ids.find(({ form }) => form.test(id))?.by
  return by && { by, id }
}
