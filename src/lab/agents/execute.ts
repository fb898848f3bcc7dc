import type { ActionEffects } from '../../agents/actions/action.ts'
import type { Choice } from '../../agents/actions/read-choices.ts'
import { GalError } from '../../core/error.ts'
import type { LabEvent } from '../../core/events/index.ts'
import type { Model } from '../../models/model.ts'
import type { Agent } from './agent.ts'
import { type ChoiceInput, choose } from './choose.ts'

/** An action that was carried out, and what came of it: any JSON. */
export type Act = { function_name: string; result: unknown }

export type Execution = Pick<ChoiceInput, 'agent' | 'instructions' | 'prompt' | 'temperature' | 'maxTokens' | 'id' | 'signal'> & {
  by: string
  /** Opens the model that an agent names. Throws GalError when it cannot be had. */
  openModel(spec: string): Promise<Model>
  /** The outside for an action; programs get the folder of this name. */
  effects(id: string): ActionEffects
  store(event: LabEvent): void
}

/** What an action came to. What a person could mend is told in the result, and the cycle goes on. */
const carryOut = async ({ action, input }: Choice, effects: ActionEffects): Promise<unknown> => {
  try {
    return (await action.run(input, effects)) ?? null
  } catch (error) {
    if (!(error instanceof GalError)) throw error
    return { error: error.message }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error && error.message !== '' ? error.message : String(error))

/** A model is only opened when there is something to choose. */
const chosenBy = async ({ openModel, ...input }: Execution, agent: Agent) => {
  if (agent.actions.length === 0) return { choices: [] }
  const model = await openModel(agent.model)
  return { ...(await choose({ ...input, model })), model: model.name }
}

/**
 * One cycle of an agent: its model chooses actions, they are carried out in order, and all of it is stored. Gives the results; one
 * that failed is {error}. Throws GalError when the model cannot be had or gives no usable answer; what else is thrown is a defect.
 */
export const execute = async (execution: Execution): Promise<Act[]> => {
  const { agent, id, by, signal, effects, store } = execution
  const acts: Act[] = []
  store({ type: 'agent-start', id, agent: agent.id, by, model: agent.model })
  try {
    const { choices, ...asked } = await chosenBy(execution, agent)
    for (const [place, choice] of choices.entries()) {
      if (signal.aborted) throw new GalError('not-here', `the execution of ${agent.id} was interrupted`, 'execute it again')
      const result = await carryOut(choice, effects(`${id}.${place}`))
      const { name } = choice.action
      store({ type: 'agent-act', id, place, function_name: name, input: choice.input, result: JSON.stringify(result) })
      acts.push({ function_name: name, result })
    }
    store({ type: 'agent-end', id, ok: true, count: acts.length, ...asked })
    return acts
  } catch (error) {
    store({ type: 'agent-end', id, ok: false, count: acts.length, error: messageOf(error) })
    throw error
  }
}
