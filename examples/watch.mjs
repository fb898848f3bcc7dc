// Follows a run over gal.v1 and prints each entry of its log, also across lost connections: none is missed, none comes twice.
//
//     node examples/watch.mjs [run] [--after 0] [--url ws://localhost:8765] [--token …]
//
// Without a run it takes the latest. Ends with the run. Exit status: 0 the run ended, 1 it cannot be followed. Node 22.18 or newer.

import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'

const stop = (line, status) => {
  process.stdout.write(`${line}\n`)
  process.exit(status)
}
if (globalThis.WebSocket === undefined)
  stop(`watch.mjs needs Node 22.18 or newer, and this is ${process.version}: npx -p node@24 node examples/watch.mjs`, 1)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean' },
    url: { type: 'string', default: 'ws://localhost:8765' },
    token: { type: 'string' },
    after: { type: 'string', default: '0' },
  },
})
if (values.help) stop('node examples/watch.mjs [run] [--after 0] [--url ws://localhost:8765] [--token …]', 0)

/** All that has to be remembered: which run it is, and the last entry that was seen. */
const place = { run: positionals[0] ?? 'latest', after: Number(values.after) }

// Entries hold what models wrote: controls are taken out before a terminal sees them.
const plain = (text) => text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, ' ')
const say = (line) => void process.stdout.write(`${plain(line)}\n`)

const print = ({ seq, event: { type, ...rest } }) => say(`${String(seq).padStart(5)} ${type} ${JSON.stringify(rest).slice(0, 120)}`)

/** What to do with each frame. What is not in the list is ignored, as gal.v1 asks of its clients. Gives the exit status at the end. */
const frames = {
  welcome: ({ server }) => say(`connected to ${server.name} ${server.version}`),
  result({ ok, id, result, error }) {
    if (!ok) {
      say(`${id} was refused: ${error.message}`)
      // What may succeed later is tried again on the next connection.
      return error.retryable ? 'again' : 1
    }
    if (id === 'subscribe') place.run = result.run
  },
  event(frame) {
    if (frame.seq <= place.after) return
    // A hole in the numbers cannot be: if it is there all the same, the way out is to ask again.
    if (frame.seq !== place.after + 1) return 'again'
    place.after = frame.seq
    print(frame)
    return frame.event.type === 'run-end' ? 0 : undefined
  },
  snapshot({ seq, part, parts }) {
    if (part < parts) return
    place.after = seq
    say(`too much was missed: here is where the run stands after ${seq} entries`)
  },
  'caught-up': ({ seq }) => say(`all ${seq} entries so far; now live`),
}

/** One connection, until it is over: the exit status, or undefined to come back. */
const connection = () =>
  new Promise((resolve) => {
    const socket = new WebSocket(values.url, ['gal.v1'])
    const send = (frame) => socket.send(JSON.stringify(frame))
    socket.onopen = () => {
      send({ type: 'hello', id: 'hello', client: 'watch.mjs', ...(values.token === undefined ? {} : { token: values.token }) })
      send({ type: 'subscribe', id: 'subscribe', ...place })
    }
    socket.onmessage = ({ data }) => {
      const frame = JSON.parse(data)
      const verdict = frames[frame.type]?.(frame)
      if (verdict === undefined) return
      socket.close()
      resolve(verdict === 'again' ? undefined : verdict)
    }
    // 44xx and the rest: something has to change first. 43xx, 1001, and 1006 for a connection that broke: come back.
    socket.onclose = ({ code, reason }) => {
      say(`closed with ${code} ${reason}`)
      resolve(code === 1001 || code === 1006 || (code >= 4300 && code < 4400) ? undefined : 1)
    }
    socket.onerror = () => resolve(undefined)
  })

/** Each wait is twice as long as the one before, up to 10 s, and a little by chance, so that many clients do not come at once. */
const follow = async () => {
  for (let tries = 0; ; tries += 1) {
    const { after } = place
    const status = await connection()
    if (status !== undefined) return status
    if (place.after > after) tries = 0
    await setTimeout(Math.min(10_000, 250 * 2 ** tries) * (0.5 + Math.random() / 2))
  }
}

process.exitCode = await follow()
