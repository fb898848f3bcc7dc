import { z } from 'zod'
import { wholeName, words } from '../shapes.ts'
import { adds, by, defineTool } from '../tool.ts'

export const startRun = defineTool({
  name: 'start_run',
  title: 'Start a run',
  description:
    'Begins a research run on a topic and drives it in the background: literature review, plan, experiments, report, reviews. Answers at once with the name of the run; run_status tells how it goes on.',
  input: z.object({
    topic: words.describe('the question to study, in plain words'),
    config: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('settings for this run, nested as in config.yaml: model, budget, phases, …'),
    key: z.string().min(1).max(200).optional().describe('the same key begins the same run, however often it is sent'),
  }),
  output: z.looseObject({ run: wholeName, begun: z.boolean().describe('false when the key had begun it before') }),
  annotations: { ...adds, openWorldHint: true },
  run: (control, { topic, config, key }) =>
    control.start({ topic, by, ...(config === undefined ? {} : { config }), ...(key === undefined ? {} : { key }) }),
})
