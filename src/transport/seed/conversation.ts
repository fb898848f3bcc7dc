import type { Access } from '../access.ts'
import type { LabControl } from '../lab-control.ts'
import type { Limits } from '../limits.ts'
import type { Outlet } from '../outlet.ts'
import { answers } from './answers.ts'
import { createExecutions } from './executions.ts'
import type { SeedRequest } from './request.ts'
import { words } from './words.ts'

export type SeedParts = {
  control: LabControl
  limits: Limits
  /** What the client may do. */
  access(): Access | undefined
  onDefect(error: unknown): void
}

/** Under which name executions are asked for. */
const by = 'websocket'

const barriers: Readonly<Record<Access, string | undefined>> = { full: undefined, 'read-only': words.readOnly }

/** Answers one client in the two oldest protocols: see answers.ts. */
export const createSeedConversation = (outlet: Outlet, { control, limits, access, onDefect }: SeedParts) => {
  const executions = createExecutions({
    execute: async (agent) => control.execute(agent, by),
    send: outlet.send,
    isOpen: outlet.isOpen,
    most: limits.waitingExecutions,
    longest: limits.answerOut,
    onDefect,
  })
  const complain = (why: string) => outlet.send(answers.wrong(why))

  return {
    complain,
    take(request: SeedRequest) {
      if (request.kind === 'wrong') return complain(request.why)
      const allowed = access()
      if (!allowed) return complain(words.noToken)
      if (request.kind === 'greeting') return outlet.send(answers.greeting(control.greeting))
      const barrier = barriers[allowed]
      return barrier === undefined ? executions.add(request.agent) : complain(barrier)
    },
  }
}
