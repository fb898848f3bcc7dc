import type { z } from 'zod'
import type { DataCard } from '../core/data-card.ts'
import type { LabEvent } from '../core/events/index.ts'
import type { Kind } from '../core/kinds.ts'
import type { Paper } from '../core/paper.ts'
import type { ProgramOperator, ReadonlyState, ReadonlyTurn } from '../core/state.ts'
import type { ReadText } from '../core/text.ts'
import type { Language, Program, ProgramResult } from '../sandbox/sandbox.ts'
import type { DatasetAnswer } from '../sources/datasets.ts'
import type { SearchAnswer, TextAnswer } from '../sources/source.ts'

/** What the outside can do for a command. The adapters behind it are chosen in cli/ and handed in. */
export type Effects = {
  searchPapers(query: string, limit: number): Promise<SearchAnswer>
  fetchText(paper: Paper): Promise<TextAnswer>
  searchDatasets(query: string): Promise<DatasetAnswer>
  /** Runs a program in a folder of its own named `id`; a finished one with the same files is not run again. */
  runProgram(id: string, program: Program, operator: ProgramOperator): Promise<ProgramResult>
  /** Brings the rows of a data set, splits them, and puts what programs may see into the run's folder, apart from what they may not. */
  takeData(
    id: string,
    /** The program that has just brought the rows, where it is one that does. */
    program: string,
    wanted: { target?: string; task?: 'classification' | 'regression' },
  ): Promise<{ card: DataCard } | { problem: string }>
  /** Stores events now, before the command goes on: what is about to happen is on the log first. */
  record(...events: LabEvent[]): void
  readText: ReadText
}

export type Context = {
  state: ReadonlyState
  turn: ReadonlyTurn
  effects: Effects
  /** The language that model-written programs are asked for in. */
  language: Language
}

/** The moment at which somebody is asked: all that the choice of a turn depends on. */
export type Scene = { state: ReadonlyState; ask: string; readText: ReadText }

/** What a command changed, and the sentence that its role is told next. `ok: false` says that it could not be done. */
export type Done = { events?: LabEvent[]; result: string; ok?: boolean }

/**
 * Something a role may do. The prompt's help, the JSON schema for structured output, the parser and the reference page
 * are all made from this one declaration, so they cannot differ.
 */
export type Command<Args extends z.ZodObject = z.ZodObject> = {
  name: string
  help: string
  args: Args
  example: z.input<Args>
  /** Its arguments have a form that no schema can hold an answer to: very small models are not offered it. */
  free?: true
  /** The kinds of work in which it can be given; all where nothing is said. */
  kinds?: readonly Kind[]
  /**
   * The forms that the arguments may have at this moment, narrower than `args`: ids of what exists, numbers within what is
   * there. None: the command cannot be given now. Left out: as declared, at every moment.
   */
  now?(scene: Scene): readonly z.ZodObject[]
  /** What is wrong with arguments of a valid form, which no schema can say: one sentence for whoever gave them. */
  flaw?(args: z.infer<Args>, scene: Scene): string | undefined
  run(args: z.infer<Args>, context: Context): Promise<Done>
}

export const defineCommand = <Args extends z.ZodObject>(command: Command<Args>) => command as unknown as Command
