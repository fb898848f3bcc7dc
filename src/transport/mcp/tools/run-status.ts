import { z } from 'zod'
import { runName, runSummary } from '../shapes.ts'
import { defineTool, looks } from '../tool.ts'
import { reportFile, uris } from '../uris.ts'

const question = z.looseObject({
  question: z.string().describe('its id, for answer_question'),
  text: z.string(),
  options: z.array(z.string()),
  blocks: z.boolean().describe('the run waits for the answer'),
})

export const runStatus = defineTool({
  name: 'run_status',
  title: 'How a run stands',
  description:
    'Tells how a run stands: its phase, what it has spent, the questions that wait for an answer, how it ended, and where its report is.',
  input: z.object({ run: runName.default('latest') }),
  output: runSummary.extend({
    waiting: z.array(question).describe('questions without an answer'),
    halted: z.string().nullable().describe('why nobody is at work on it, when its driver said so'),
    report: z.string().nullable().describe('the resource that is its report; null until there is one'),
    log: z.string().describe('the resource that is the end of its log'),
  }),
  annotations: looks,
  run(control, { run: name }) {
    const summary = control.run(name)
    const { run } = summary
    const { questions, halted, artifacts } = control.state(run)
    const open = summary.outcome ? [] : questions.filter(({ answer }) => answer === null)
    return {
      ...summary,
      waiting: open.map(({ id, text, options, blocks }) => ({ question: id, text, options: [...options], blocks })),
      halted: halted?.why ?? null,
      report: artifacts.some(({ name: file }) => file === reportFile) ? uris.report(run) : null,
      log: uris.events(run),
    }
  },
})
