import type { z } from 'zod'
import type { Paper } from '../../core/paper.ts'
import type { Language, ProgramResult } from '../../sandbox/sandbox.ts'
import type { DatasetAnswer } from '../../sources/datasets.ts'
import type { SearchAnswer, TextAnswer } from '../../sources/source.ts'

/** A run as agents are told of it. Whoever makes it may add fields. */
export type RunLine = { run: string; topic: string; status: string; phase: string | null }

/** What the outside can do for an action. The adapters behind it are chosen in api/ and handed in. */
export type ActionEffects = {
  searchPapers(query: string, limit: number): Promise<SearchAnswer>
  findPaper(id: string): Promise<SearchAnswer>
  fetchText(paper: Paper): Promise<TextAnswer>
  searchDatasets(query: string): Promise<DatasetAnswer>
  /** All runs, in the order in which they were made. */
  runs(): readonly RunLine[]
  /** One run, by its name, the beginning of it, or `latest`. Throws GalError `unknown-run`. */
  run(name: string): RunLine
  /** Runs a program where the sandbox allows it; a refusal is a fault in the result. */
  runProgram(language: Language, code: string): Promise<ProgramResult>
}

/** Any JSON. An object with `error`, in words, when the action could not be done. */
export type ActionResult = unknown

/**
 * Something that an agent may do outside of any run. The prompt's help, the JSON schema of a choice and its check are all made
 * from this one declaration. Names are in snake_case: they go over the wire as `function_name`.
 */
export type AgentAction<Input extends z.ZodObject = z.ZodObject> = {
  name: string
  description: string
  input: Input
  example: z.input<Input>
  run(input: z.infer<Input>, effects: ActionEffects): Promise<ActionResult>
}

export const defineAction = <Input extends z.ZodObject>(action: AgentAction<Input>) => action as unknown as AgentAction
