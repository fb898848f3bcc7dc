// Behaves as docker's client and engine do, as far as gal uses them, and keeps nothing in: only for programs that tests wrote and know.
// Its state lies in $DOCKER_CONFIG. A container outlives its client, as a real one does, until it ends or is removed by its name.
import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { killTree } from '../../../src/process/kill-tree.mjs'

const state = process.env.DOCKER_CONFIG
const at = (name) => join(state, name)
const [command, ...args] = process.argv.slice(2)
appendFileSync(at('calls.jsonl'), `${JSON.stringify([command, ...args])}\n`)

const fail = (message, code) => {
  process.stderr.write(`${message}\n`)
  process.exit(code)
}

const alone = ['--rm', '--read-only', '--init']

/** The options, each with all that it was given, and what follows them. */
const readOptions = (words) => {
  const options = {}
  let index = 0
  while (words[index]?.startsWith('--')) {
    const name = words[index]
    const value = alone.includes(name) ? '' : words[index + 1]
    options[name] = [...(options[name] ?? []), value]
    index += alone.includes(name) ? 1 : 2
  }
  return { options, rest: words.slice(index) }
}

const sourceOf = (mounts) => mounts.find((text) => text.endsWith('target=/lab')).match(/source=([^,]+)/)[1]

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

const run = async () => {
  const { options, rest } = readOptions(args)
  const [image, ...words] = rest
  if (image.startsWith('broken')) fail(`docker: Error response from daemon: ${image} cannot be started.`, 125)
  const [name] = options['--name']
  const env = Object.fromEntries(options['--env'].map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
  const [asked] = options['--entrypoint']
  const interpreter = asked === 'node' ? process.execPath : asked
  writeFileSync(at(`${name}.out`), '')
  // Twice forked and in a session of its own: nobody's child but the engine's.
  const engine = `echo $$ > "$STATE.pid"; cd "$WORK"; "$@" > "$STATE.out" 2>&1; echo $? > "$STATE.code"`
  spawn('sh', ['-c', `(setsid sh -c '${engine}' sh "$@" &)`, 'sh', interpreter, ...words], {
    env: { PATH: process.env.PATH, ...env, STATE: at(name), WORK: sourceOf(options['--mount']), GAL_PROCESS: `${name};` },
    stdio: 'ignore',
  })
  let sent = 0
  const send = () => {
    if (statSync(at(`${name}.out`)).size === sent) return
    const all = readFileSync(at(`${name}.out`))
    for (let from = sent; from < all.length; ) from += writeSync(1, all, from)
    sent = all.length
  }
  const removed = () => existsSync(at(`${name}.removed`))
  while (!removed() && !(existsSync(at(`${name}.code`)) && readFileSync(at(`${name}.code`), 'utf8').endsWith('\n'))) {
    send()
    await pause(20)
  }
  if (removed()) process.exit(137)
  killTree(Number(readFileSync(at(`${name}.pid`), 'utf8')), `${name};`)
  send()
  process.exit(Number(readFileSync(at(`${name}.code`), 'utf8')))
}

const answers = {
  info: () => (existsSync(at('down')) ? fail('ERROR: Cannot connect to the Docker daemon', 1) : console.log('28.2.2 [name=seccomp]')),
  image: () => (args.at(-1).startsWith('absent') ? fail(`Error: No such image: ${args.at(-1)}`, 1) : console.log('sha256:1')),
  rm: () => {
    const name = args.at(-1)
    if (!existsSync(at(`${name}.pid`))) fail(`Error response from daemon: No such container: ${name}`, 1)
    killTree(Number(readFileSync(at(`${name}.pid`), 'utf8')), `${name};`)
    writeFileSync(at(`${name}.removed`), '')
  },
  run,
}
await answers[command]()
