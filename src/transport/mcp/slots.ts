import { completable } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { sectionNames } from '../../core/names.ts'
import { mcpLimits } from './limits.ts'

type SlotDeclaration = { means: string; optional?: true; values?: readonly string[] }

/** What stands in each slot, for whoever fills it. */
export const slotDeclarations: Readonly<Record<string, SlotDeclaration>> = {
  topic: { means: 'the question that is studied' },
  wanted: { means: 'how many papers the review needs' },
  papers: { means: 'the papers of the review: id, title and note of each', optional: true },
  earlier: { means: 'earlier attempts at this study and their reviews', optional: true },
  plan: { means: 'the plan of the study' },
  dataset: { means: 'the module that makes or loads the data' },
  program: { means: 'the program, its output and what it measured' },
  code: { means: 'the program, with line numbers' },
  output: { means: 'what the program printed' },
  why: { means: 'why the program failed' },
  results: { means: 'what was measured' },
  interpretation: { means: 'what the measurements say about the hypothesis' },
  advice: { means: 'what the report should claim, and how far it may go', optional: true },
  section: { means: 'the section of the report', values: sectionNames },
  report: { means: 'the report, as Markdown' },
  evidence: { means: 'the code behind the report and what it measured' },
  stance: { means: 'what to look at above all: the experiments, the reasoning, the novelty' },
  reviews: { means: 'the reviews of the report' },
}

/** What a client gives for a slot: always text; some of it may be left out. */
export const argumentFor = (name: string) => {
  const { means, optional, values = [] } = slotDeclarations[name] ?? { means: `what stands in the slot ${name}` }
  const text = z.string().max(mcpLimits.slotChars).describe(means)
  const argument = values.length === 0 ? text : completable(text, (begun) => values.filter((value) => value.startsWith(begun)))
  return optional ? argument.optional() : argument
}
