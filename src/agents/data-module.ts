import type { DataCard } from '../core/data-card.ts'
import type { Language } from '../sandbox/sandbox.ts'

const python = (
  target: string,
): string => `"""The data of this study, as the lab has split them: train with its labels, valid and test without.
The labels of valid and test stay with the lab: hand predictions in with lab.predict("valid", values, seed=seed)."""
import csv

TARGET = ${JSON.stringify(target)}


def rows(split):
    """The rows of train, valid or test as dictionaries of texts, in the order in which predictions are wanted."""
    with open(f"{split}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))
`

const javascript = (
  target: string,
): string => `// The data of this study, as the lab has split them: train with its labels, valid and test without.
// The labels of valid and test stay with the lab: hand predictions in with predict('valid', values, { seed }).
import { readFileSync } from 'node:fs'

export const target = ${JSON.stringify(target)}

const cells = (line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(,|$)/g)].slice(0, -1).map(([, cell]) => cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)

/** The rows of train, valid or test as objects of texts, in the order in which predictions are wanted. */
export const rows = (split) => {
  const [head, ...lines] = readFileSync(\`\${split}.csv\`, 'utf8').trimEnd().split(/\\r?\\n/)
  const names = cells(head)
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, place) => [names[place], cell])))
}
`

/** The module "dataset" that lies beside every experiment on data that the lab has split. */
export const dataModule = (language: Language, { target }: DataCard): string => ({ python, javascript })[language](target)

const most = 40

/** What the engineers are told of such data: the card in words, and how to hand predictions in. */
export const tellData = (card: DataCard, metric: string): string => {
  const { columns, rows, splits, source, target, task, classes, problems } = card
  const named = columns.slice(0, most).map(({ name, type, missing }) => `${name} (${type}${missing ? `, ${missing} missing` : ''})`)
  return [
    `The data are ${source}: ${rows} rows, a ${task} of "${target}".`,
    `Columns: ${named.join(', ')}${columns.length > most ? `, and ${columns.length - most} more` : ''}.`,
    ...(classes ? [`Classes: ${classes.map(({ value, count }) => `${value} (${count})`).join(', ')}.`] : []),
    `Beside each program lie train.csv (with ${target}), valid.csv and test.csv (without it): ${splits.map(({ name, rows: count }) => `${name} ${count}`).join(', ')} rows. The module "dataset" has rows(split) as well.`,
    `The lab keeps the labels of valid and test, and measures ${metric} itself. For each seed of lab.seeds, train on train, then hand in lab.predict("valid", values, seed=seed, arm=…) and lab.predict("test", values, seed=seed, arm=…), a value for each row in order.`,
    ...problems,
  ].join('\n')
}
