import type { Command, CommandFrame, CommandScope, CommandType, Done } from './command-scope.ts'
import { getEvents } from './get-events.ts'
import { encode } from './protocol.ts'
import { subscribe } from './subscribe.ts'

type Commands = { [Type in CommandType]: Command<Type> }

/** The runs made last, as many as a frame takes; `total` says how many there are. */
const listRuns: Commands['run.list'] = ({ id }, { control, viewer }) => {
  let runs = control.runs()
  const total = runs.length
  const fits = () => encode({ type: 'result', id, ok: true, result: { runs, total } }).length <= viewer.frameOut
  while (runs.length > 0 && !fits()) runs = runs.slice(Math.ceil(runs.length / 8))
  return { result: { runs, total } }
}

const startRun: Commands['run.start'] = async ({ topic, config, idempotency_key: key }, { control, by }) => ({
  result: await control.start({ topic, by, ...(config ? { config } : {}), ...(key === undefined ? {} : { key }) }),
})

/** What each command of a client does, once it has said hello. A new command is a line here and a schema in protocol.ts. */
const commands: Commands = {
  ping: () => ({ result: {} }),
  subscribe,
  unsubscribe({ run }, { viewer }) {
    viewer.unfollow(run)
    return { result: { run } }
  },
  'run.start': startRun,
  'run.list': listRuns,
  'run.get': ({ run }, { control }) => ({ result: { ...control.run(run) } }),
  'run.resume': async ({ run }, { control, by }) => ({ result: await control.resume(run, by) }),
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
  'agent.list': (_frame, { control }) => ({ result: { agents: control.agents() } }),
  'agent.execute': async ({ agent_id }, { control, by }) => ({ result: await control.execute(agent_id, by) }),
  'events.get': getEvents,
}

/** What the read-only token allows: everything that changes nothing. */
export const lookingOnly: ReadonlySet<CommandType> = new Set([
  'ping',
  'subscribe',
  'unsubscribe',
  'run.list',
  'run.get',
  'agent.list',
  'events.get',
])

/** What may take as long as a model does: it holds up no other command, and its result comes when it is done. */
export const longCommands: ReadonlySet<CommandType> = new Set(['agent.execute', 'run.start', 'run.resume'])

export const perform = (frame: CommandFrame, scope: CommandScope): Done | Promise<Done> =>
  (commands[frame.type] as (frame: CommandFrame, scope: CommandScope) => Done | Promise<Done>)(frame, scope)
