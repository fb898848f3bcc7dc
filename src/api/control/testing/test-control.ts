import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { loadConfig } from '../../../lab/config.ts'
import { ollamaWire } from '../../../models/stand-in/ollama.ts'
import { type Behaviour, sending, startStandIn } from '../../../models/stand-in/server.ts'
import { createLab, type Lab } from '../../lab.ts'
import { createMachine } from '../../machine.ts'
import { createLabControl, type RunningControl } from '../lab-control.ts'

export type TestControl = RunningControl & { lab: Lab; folder: string; defects: unknown[]; problems: string[] }

/** A folder that is gone after the test. */
export const testFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'gal-control-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A lab in a folder of its own that only rehearses, unless told otherwise, and what the outside can do to it. Closed after the test. */
export const openTestControl = ({
  folder = testFolder(),
  sets = [],
  text = '',
}: {
  folder?: string
  sets?: string[]
  text?: string
} = {}): TestControl => {
  const { config } = loadConfig({ text, sets: ['model=rehearsal', ...sets], flags: { runs: folder } })
  const lab = createLab({ config, machine: createMachine({ PATH: process.env.PATH }) })
  const defects: unknown[] = []
  const problems: string[] = []
  const control = createLabControl({ lab, onProblem: (message) => problems.push(message), onDefect: (error) => defects.push(error) })
  onTestFinished(async () => {
    await control.close()
    lab.close()
  })
  return { ...control, lab, folder, defects, problems }
}

const model = 'thinker:latest'

/** Begins to think and does not come to an end. */
export const thinking: Behaviour = sending(ollamaWire.type, ollamaWire.said('{"command":'), { stays: true })

/** An Ollama with one model that answers each chat in its own way; gives the settings that lead to it, and the chats that it was asked. */
export const startOllama = async (chat: Behaviour) => {
  const server = await startStandIn((response, asked) => {
    if (asked.path === '/api/tags')
      return void response.end(JSON.stringify({ models: [{ name: model, size: 1, modified_at: '', details: { family: 'llama' } }] }))
    if (asked.path === '/api/show') return void response.end(JSON.stringify({ model_info: { 'llama.context_length': 32_768 } }))
    return chat(response, asked)
  })
  onTestFinished(server.close)
  return {
    sets: [`model=ollama:${model}`, `models.ollama.base-url=${server.url}`, 'models.retry.tries=1'],
    chats: () => server.asked.filter(({ path }) => path === '/api/chat'),
  }
}
