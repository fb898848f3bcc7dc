import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const folder = join(import.meta.dirname, 'fixtures')
const entry = join(folder, 'page.jsx')

/** What the seed leaves to whoever uses its component: a place in a page. */
const place = `
import { createRoot } from 'react-dom/client'
const root = createRoot(document.getElementById('root'))
globalThis.mount = (agentId) => root.render(<AgentExecutor agentId={agentId} />)
globalThis.unmount = () => root.unmount()
`

/** The component of seed 001, unchanged, with the React of this project, as one script for a page that has a #root. */
export const buildAgentExecutor = async (): Promise<string> => {
  const result = await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    // The React that is for developers, which complains of what is wrong.
    define: { 'process.env.NODE_ENV': '"development"' },
    plugins: [
      {
        name: 'agent-executor-page',
        resolveId: (id) => (id === entry ? entry : null),
        load: (id) => (id === entry ? readFileSync(join(folder, 'agent-executor.jsx'), 'utf8') + place : null),
      },
    ],
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'page' } },
  })
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []))
  const script = outputs.find((one) => one.type === 'chunk')
  if (!script) throw new Error('nothing was built')
  return script.code
}
