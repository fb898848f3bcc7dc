import { z } from 'zod'
import { runName, toldRun } from '../shapes.ts'
import { by, defineTool } from '../tool.ts'

export const stopRun = defineTool({
  name: 'stop_run',
  title: 'Stop a run',
  description: 'Asks a run to stop. What it has done is kept, and resume_run goes on with it.',
  input: z.object({ run: runName }),
  output: toldRun,
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: false },
  async run(control, { run: name }) {
    const { run } = control.run(name)
    await control.stop(run, by)
    return { run }
  },
})
