// Executes an agent and prints what came of it, in the words of the first clients: one question, "started", one end.
//
//     node examples/execute-client.mjs [agent] [--url ws://localhost:8765/?token=…]
//
// Without an agent it takes the demo agent, which needs no model. Exit status: 0 completed, 1 anything else. Node 22.18 or newer.

import { parseArgs } from 'node:util'

const stop = (line, status) => {
  process.stdout.write(`${line}\n`)
  process.exit(status)
}
if (globalThis.WebSocket === undefined)
  stop(`execute-client.mjs needs Node 22.18 or newer, and this is ${process.version}: npx -p node@24 node examples/execute-client.mjs`, 1)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean' }, url: { type: 'string', default: 'ws://localhost:8765' } },
})
if (values.help) stop('node examples/execute-client.mjs [agent] [--url ws://localhost:8765/?token=…]', 0)
const [agent = '8191feef-546d-46a8-a26f-b92073882f5c'] = positionals

// Results hold what models wrote: controls are taken out before a terminal sees them.
const say = (line) => void process.stdout.write(`${line.replace(/[\p{Cc}\p{Bidi_Control}]/gu, ' ')}\n`)

/** What each answer means: whether it is the last one, and then whether it is a good one. */
const read = ({ type, data = {} }) => {
  if (type === 'error') return { end: true, ok: false, lines: [`error: ${data.message}`] }
  if (data.status === 'started') return { end: false, lines: [`started: ${data.message}`] }
  if (!data.success) return { end: true, ok: false, lines: [`failed: ${data.error}`] }
  const results = data.results.map(({ function_name, result }) => `  ${function_name}: ${JSON.stringify(result)}`)
  return { end: true, ok: true, lines: [`completed: ${data.execution_count} actions`, ...results] }
}

// Until a good end has come, the outcome is a bad one: no connection, or one that closes too early.
process.exitCode = 1
const socket = new WebSocket(values.url)
socket.onopen = () => socket.send(JSON.stringify({ type: 'execute', agent_id: agent }))
socket.onmessage = ({ data }) => {
  const { end, ok, lines } = read(JSON.parse(data))
  for (const line of lines) say(line)
  if (!end) return
  process.exitCode = ok ? 0 : 1
  socket.close()
}
socket.onerror = () => say(`no connection to ${values.url}: is gal serve running there?`)
