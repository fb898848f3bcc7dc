import { McpServer } from '@modelcontextprotocol/server'
import type { McpParts } from './parts.ts'
import { registerPrompt } from './prompt.ts'
import { events } from './resources/events.ts'
import { report } from './resources/report.ts'
import { runs } from './resources/runs.ts'
import { registerTool } from './tool.ts'
import { tools } from './tools/index.ts'

const capabilities = {
  tools: { listChanged: false },
  prompts: { listChanged: false },
  resources: { subscribe: true, listChanged: true },
  completions: {},
}

const instructions =
  'gal is a research lab of language-model roles. start_run begins a study of a topic and answers at once; run_status tells how it stands and which questions wait for an answer; when it has ended, the resource gal://runs/{run}/report is its report.'

/** A server with everything that gal offers, for one client of any revision. It is not connected yet. */
export const createMcpServer = (parts: McpParts): McpServer => {
  const server = new McpServer({ name: 'gal', title: 'Godot Agent Laboratory', version: parts.version }, { capabilities, instructions })
  for (const tool of tools) registerTool(server, tool, parts)
  for (const resource of [runs, report, events]) resource(server, parts)
  for (const prompt of parts.prompts) registerPrompt(server, prompt)
  return server
}
