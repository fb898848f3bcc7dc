import { z } from 'zod'
import { runName, toldRun, words } from '../shapes.ts'
import { adds, by, defineTool } from '../tool.ts'

export const answerQuestion = defineTool({
  name: 'answer_question',
  title: 'Answer a question of a run',
  description: 'Answers a question that a run has asked; run_status lists those that are open. The first answer counts.',
  input: z.object({ run: runName, question: z.string().min(1).max(200).describe('its id'), answer: words }),
  output: toldRun,
  annotations: adds,
  async run(control, { run: name, question, answer }) {
    const { run } = control.run(name)
    await control.answer(run, by, question, answer)
    return { run }
  },
})
