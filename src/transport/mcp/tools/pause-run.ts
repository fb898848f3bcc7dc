import { z } from 'zod'
import { runName, toldRun } from '../shapes.ts'
import { by, defineTool } from '../tool.ts'

export const pauseRun = defineTool({
  name: 'pause_run',
  title: 'Pause a run',
  description: 'Asks a run to let go when what is under way is done. resume_run goes on with it.',
  input: z.object({ run: runName }),
  output: toldRun,
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async run(control, { run: name }) {
    const { run } = control.run(name)
    await control.pause(run, by)
    return { run }
  },
})
