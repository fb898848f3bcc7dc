import { z } from 'zod'
import { defineAction } from './action.ts'

const most = 20

export const listRuns = defineAction({
  name: 'list_runs',
  description: `List the runs of this lab; gives the last ${most} and how many there are.`,
  input: z.strictObject({}),
  example: {},
  async run(_input, effects) {
    const runs = effects.runs()
    return { total: runs.length, runs: runs.slice(-most).map(({ run, topic, status, phase }) => ({ run, topic, status, phase })) }
  },
})
