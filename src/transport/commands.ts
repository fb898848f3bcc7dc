import type { Broadcast } from './broadcast.ts'
import type { LabControl } from './lab-control.ts'
import { type ClientFrameOf, type ClientType, encode, type Refusal } from './protocol.ts'
import type { Viewer } from './viewer.ts'

/** What came of a command. `begin` is called once the result is on its way. */
export type Done = { result: Record<string, unknown>; begin?: () => void } | { refusal: Refusal }

/** What a command may use. `by` is the name that the client gave in its hello. */
export type CommandScope = { control: LabControl; broadcast: Broadcast; viewer: Viewer; by: string }

type Commands = {
  [Type in Exclude<ClientType, 'hello'>]: (frame: ClientFrameOf<Type>, scope: CommandScope) => Done | Promise<Done>
}

const refuse = (code: string, message: string): Done => ({ refusal: { code, message } })

const subscribe: Commands['subscribe'] = ({ run, after }, { broadcast, viewer }) => {
  if (!broadcast.has(run, 0)) return refuse('unknown-run', `there is no run ${run}: run.list names them all`)
  if (!broadcast.has(run, after)) return refuse('bad-after', `${run} does not reach to ${after}: subscribe with after 0`)
  const others = Object.keys(viewer.heads()).filter((other) => other !== run)
  if (others.length > 0 && [run, ...others].includes('*'))
    return refuse('followed-already', `${run} and ${others.join(', ')} would bring events twice: unsubscribe first`)
  const begin = () => {
    viewer.follow(run, after)
    viewer.wake()
  }
  return { result: { run, after }, begin }
}

/** The runs made last, as many as a frame takes; `total` says how many there are. */
const listRuns: Commands['run.list'] = async ({ id }, { control, viewer }) => {
  let runs = await control.runs()
  const total = runs.length
  const fits = () => encode({ type: 'result', id, ok: true, result: { runs, total } }).length <= viewer.frameOut
  while (runs.length > 0 && !fits()) runs = runs.slice(Math.ceil(runs.length / 8))
  return { result: { runs, total } }
}

/** What each command of a client does, once it has said hello. A new command is a line here and a schema in protocol.ts. */
export const commands: Commands = {
  ping: () => ({ result: {} }),
  subscribe,
  unsubscribe({ run }, { viewer }) {
    viewer.unfollow(run)
    return { result: { run } }
  },
  'run.list': listRuns,
  async 'run.pause'({ run }, { control, by }) {
    await control.pause(run, by)
    return { result: { run } }
  },
  async 'run.stop'({ run }, { control, by }) {
    await control.stop(run, by)
    return { result: { run } }
  },
  async 'run.note'({ run, text, phase }, { control, by }) {
    await control.note(run, by, text, phase)
    return { result: { run } }
  },
  async 'run.answer'({ run, question, answer }, { control, by }) {
    await control.answer(run, by, question, answer)
    return { result: { run } }
  },
}
