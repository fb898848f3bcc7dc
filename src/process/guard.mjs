// Stands between the driver and a program, so that the program never outlives the driver. Plain JavaScript, because Node
// refuses to strip types under node_modules, and this file must start from there too.
//
//   fd 0  from the driver: one line of JSON {command, args, cwd, env, stdin, ending, mark}; its end means "the driver is dead, or
//         has had enough", and everything is killed. The kernel closes it also when the driver gets a SIGKILL.
//   fd 1  the program's output and errors, in the order in which they were written
//   fd 3  to the driver: lines of JSON {pid}, then {exitCode, signal} or {spawnError}
import { spawn, spawnSync } from 'node:child_process'
import { writeFileSync, writeSync } from 'node:fs'
import { killTree } from './kill-tree.mjs'

let heard = ''
let child
let mark
/** What is run at the end: nothing, where nothing was started elsewhere. */
let finish = () => undefined

const tell = (message) => {
  try {
    writeSync(3, `${JSON.stringify(message)}\n`)
  } catch {
    // The driver is gone, so nobody is left to tell, and all that was to be killed has been.
    process.exit(1)
  }
}

/** When memory runs out, Linux should choose the program and not the driver. Not possible everywhere, and only a wish. */
const offerToOutOfMemory = (pid) => {
  try {
    writeFileSync(`/proc/${pid}/oom_score_adj`, '1000')
  } catch (error) {
    if (!['ENOENT', 'EACCES', 'EPERM', 'ESRCH', 'EROFS'].includes(error.code)) throw error
  }
}

const end = (message) => {
  if (child.pid) killTree(child.pid, mark)
  finish()
  tell(message)
  process.exit(0)
}

const start = ({ command, args, cwd, env, stdin, ending, mark: given }) => {
  mark = given
  // How it went is nobody's news: what it was to end may have ended by itself.
  if (ending) finish = () => spawnSync(ending[0], ending.slice(1), { cwd, env, stdio: 'ignore', timeout: 8000, killSignal: 'SIGKILL' })
  const input = stdin === undefined ? 'ignore' : 'pipe'
  // A group of its own, so that one signal reaches all of it and not this guard.
  child = spawn(command, args, { cwd, env: { ...env, GAL_PROCESS: mark }, stdio: [input, 1, 1], detached: true, windowsHide: true })
  child.on('error', ({ code, message }) => end({ spawnError: code ?? message }))
  child.on('exit', (exitCode, signal) => end({ exitCode, signal }))
  if (!child.pid) return
  if (process.platform === 'linux') offerToOutOfMemory(child.pid)
  tell({ pid: child.pid })
  // A program need not read what it is given: a closed pipe is its good right.
  child.stdin?.on('error', () => child.stdin.destroy())
  child.stdin?.end(stdin)
}

/** The exit of the child that this kills is told as usual. */
const stop = () => {
  if (!child?.pid) process.exit(0)
  killTree(child.pid, mark)
}

process.stdin.setEncoding('utf8')
process.stdin.on('data', (text) => {
  heard += text
  if (!child && heard.endsWith('\n')) start(JSON.parse(heard))
})
process.stdin.on('end', stop)
process.stdin.on('error', stop)
