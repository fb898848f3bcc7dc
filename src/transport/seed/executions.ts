import { GalError } from '../../core/error.ts'
import type { AgentResult } from '../lab-control.ts'
import { answers, endOf } from './answers.ts'
import { words } from './words.ts'

export type ExecutionParts = {
  execute(agent: string): Promise<{ results: readonly AgentResult[] }>
  send(answer: Buffer): void
  isOpen(): boolean
  /** How many may wait beside the one at work. */
  most: number
  /** Bytes of the longest answer. */
  longest: number
  onDefect(error: unknown): void
}

/** Texts of their own for what went wrong; all else is told with the lab's own words. */
const causes: Readonly<Record<string, (agent: string) => string>> = { 'unknown-agent': words.unknownAgent }

const causeOf = (agent: string, error: unknown): string => {
  if (!(error instanceof GalError)) return words.failed(agent, words.defect)
  const { code, message, hint } = error
  return causes[code]?.(agent) ?? words.failed(agent, hint === undefined ? message : `${message}: ${hint}`)
}

/**
 * The executions that one connection asks for: one after another, each with "started" and then exactly one end. One that is
 * at work goes on when its client leaves; those that wait are not begun then.
 */
export const createExecutions = ({ execute, send, isOpen, most, longest, onDefect }: ExecutionParts) => {
  let last = Promise.resolve()
  /** The one at work and those that wait. */
  let open = 0

  const outcomeOf = async (agent: string): Promise<Buffer> => {
    try {
      const { results } = await execute(agent)
      return endOf(agent, results, longest)
    } catch (error) {
      if (!(error instanceof GalError)) onDefect(error)
      return answers.failed(agent, causeOf(agent, error))
    }
  }
  const run = async (agent: string) => {
    if (isOpen()) {
      send(answers.started(agent))
      send(await outcomeOf(agent))
    }
    open -= 1
  }

  return {
    add(agent: string) {
      if (open > most) return send(answers.wrong(words.tooMany(most)))
      open += 1
      last = last.then(() => run(agent)).catch(onDefect)
    },
  }
}
