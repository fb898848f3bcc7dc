import { z } from 'zod'
import { phaseNames } from '../../../core/names.ts'
import { runName, toldRun, words } from '../shapes.ts'
import { adds, by, defineTool } from '../tool.ts'

export const noteRun = defineTool({
  name: 'note_run',
  title: 'Tell the roles of a run something',
  description: 'Puts a note on the log of a run: its roles hear it from their next turn on.',
  input: z.object({ run: runName, text: words, phase: z.enum(phaseNames).optional().describe('for this phase alone') }),
  output: toldRun,
  annotations: adds,
  async run(control, { run: name, text, phase }) {
    const { run } = control.run(name)
    await control.note(run, by, text, phase)
    return { run }
  },
})
