import type { RunAgentInput } from '@ag-ui/core'
import { RunAgentInputSchema } from '@ag-ui/core/schemas'
import { z } from 'zod'
import { aguiLimits } from './limits.ts'
import { listOf } from './list-of.ts'

const id = z.string().min(1).max(aguiLimits.idMost)

/** What gal alone understands, in `forwardedProps.gal`; everything else there is for others. */
const ours = z.object({
  config: z.record(z.string(), z.unknown()).optional().describe('settings of a new run, nested as in config.yaml'),
  resume: z.boolean().optional().describe('take a run up that was paused or stopped'),
})
const props = z.object({ gal: ours.optional() })

export type RunInput = Omit<RunAgentInput, 'forwardedProps'> & { gal: z.infer<typeof ours> }

const { messages, tools, context, resume } = RunAgentInputSchema.shape
const lists = RunAgentInputSchema.extend({
  threadId: id,
  runId: id,
  messages: listOf(messages.element, aguiLimits.messages),
  tools: listOf(tools.unwrap().element, aguiLimits.entries).default(() => []),
  context: listOf(context.unwrap().element, aguiLimits.entries).default(() => []),
  resume: listOf(resume.unwrap().element, aguiLimits.entries).optional(),
})

/** RunAgentInput as the protocol has it, of which gal reads the thread, the messages, the answers and `forwardedProps.gal`. */
export const runInput = lists.transform(({ forwardedProps, ...input }, context): RunInput => {
  const forwarded = props.safeParse(forwardedProps ?? {})
  // The schema says of a field that may be missing that it may be undefined; of JSON that is the same.
  if (forwarded.success) return { ...(input as Omit<RunAgentInput, 'forwardedProps'>), gal: forwarded.data.gal ?? {} }
  for (const { message, path } of forwarded.error.issues) context.addIssue({ code: 'custom', message, path: ['forwardedProps', ...path] })
  return z.NEVER
})
