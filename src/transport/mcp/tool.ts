import type { McpServer, ToolAnnotations } from '@modelcontextprotocol/server'
import type { z } from 'zod'
import type { LabControl } from '../lab-control.ts'
import type { McpParts } from './parts.ts'
import { told } from './said.ts'

type Declared<Input extends z.ZodObject, Output extends z.ZodObject> = {
  name: string
  title: string
  /** What it does, for the model that chooses. */
  description: string
  input: Input
  output: Output
  annotations: Required<Pick<ToolAnnotations, 'readOnlyHint' | 'destructiveHint' | 'idempotentHint' | 'openWorldHint'>>
  run(control: LabControl, input: z.infer<Input>): z.infer<Output> | Promise<z.infer<Output>>
}

/** Something that a client may have done. `call` takes what came over the wire. */
export type Tool = Omit<Declared<z.ZodObject, z.ZodObject>, 'run'> & {
  call(control: LabControl, input: unknown): Promise<Record<string, unknown>>
}

export const defineTool = <Input extends z.ZodObject, Output extends z.ZodObject>({ run, ...tool }: Declared<Input, Output>): Tool => ({
  ...tool,
  call: async (control, input) => run(control, tool.input.parse(input)),
})

/** Who did it, on the log. */
export const by = 'mcp'

/** Nothing is changed by it. */
export const looks = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false } as const
/** Something is added, and nothing is taken away. */
export const adds = { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false } as const

export const registerTool = (server: McpServer, tool: Tool, { control, onDefect }: McpParts): void => {
  const { name, title, description, annotations, input, output } = tool
  server.registerTool(name, { title, description, annotations, inputSchema: input, outputSchema: output }, async (given) => {
    try {
      const structuredContent = await tool.call(control, given)
      return { content: [{ type: 'text', text: JSON.stringify(structuredContent) }], structuredContent }
    } catch (error) {
      return { isError: true, content: [{ type: 'text', text: told(error, onDefect) }] }
    }
  })
}
