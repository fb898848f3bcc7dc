import { z } from 'zod'
import { runName, toldRun } from '../shapes.ts'
import { adds, by, defineTool } from '../tool.ts'

export const resumeRun = defineTool({
  name: 'resume_run',
  title: 'Go on with a run',
  description: 'Goes on with a run that was paused, stopped or interrupted, in the background.',
  input: z.object({ run: runName }),
  output: toldRun,
  annotations: { ...adds, openWorldHint: true },
  run: (control, { run }) => control.resume(control.run(run).run, by),
})
