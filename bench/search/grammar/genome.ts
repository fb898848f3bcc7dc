import { oneOf } from '../chance.ts'
import type { Grammar, Model } from './choices.ts'

/** What was chosen: for each place by its name, the model, and `of` by the name of the model's argument. */
export type Genome = { places: Readonly<Record<string, string>>; model: string; of: Readonly<Record<string, string>> }

type Options = Readonly<Record<string, readonly string[]>>

/** Every way to choose one of each. */
const product = (options: Options): Readonly<Record<string, string>>[] =>
  Object.entries(options).reduce<Readonly<Record<string, string>>[]>(
    (made, [name, values]) => made.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  )

const placeOptions = (grammar: Grammar): Options =>
  Object.fromEntries(Object.entries(grammar.places).map(([place, choices]) => [place, choices.map(({ name }) => name)]))

const withModel = (places: Genome['places'], model: Model): Genome[] =>
  product(model.chosen).map((of) => ({ places, model: model.name, of }))

/** Every program of a grammar, without faults. */
export const allGenomes = (grammar: Grammar): Genome[] =>
  product(placeOptions(grammar)).flatMap((places) => grammar.models.flatMap((model) => withModel(places, model)))

/** Equal for equal programs. */
export const nameOf = ({ places, model, of }: Genome): string => [...Object.values(places), model, ...Object.values(of)].join(' ')

export const modelOf = (grammar: Grammar, name: string): Model => {
  const model = grammar.models.find((one) => one.name === name)
  if (!model) throw new Error(`no model ${name}`)
  return model
}

/** A program from nothing: any of the grammar's, evenly. */
export const drawGenome = (grammar: Grammar, random: () => number): Genome => oneOf(allGenomes(grammar), random)

/** For each of the options, what else could stand there. */
const others = (options: Options, now: Readonly<Record<string, string>>): Readonly<Record<string, string>>[][] =>
  Object.entries(options).map(([name, values]) => values.filter((value) => value !== now[name]).map((value) => ({ ...now, [name]: value })))

/** The programs that differ from this one in one choice, in one list for each place where they can. */
export const neighboursOf = (grammar: Grammar, genome: Genome): Genome[][] => [
  ...others(placeOptions(grammar), genome.places).map((list) => list.map((places) => ({ ...genome, places }))),
  grammar.models.filter(({ name }) => name !== genome.model).flatMap((model) => withModel(genome.places, model)),
  ...others(modelOf(grammar, genome.model).chosen, genome.of).map((list) => list.map((of) => ({ ...genome, of }))),
]
