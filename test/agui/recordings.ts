import { openTestControl, startOllama } from '../../src/api/control/testing/test-control.ts'
import { ollamaAnswering } from '../../src/models/stand-in/ollama.ts'
import { refusing } from '../../src/models/stand-in/server.ts'
import { answerTo } from '../support/answering-model.ts'
import { brief } from '../support/brief.ts'
import { until } from '../support/gal.ts'
import { type Recorded, recorded } from './stretches.ts'

const topic = 'Does label smoothing help a small classifier?'
type Control = ReturnType<typeof openTestControl>

const begun = async (control: Control, words = topic, config = {}): Promise<string> => {
  const { run } = await control.start({ topic: words, config, by: 'test' })
  return run
}

const stands = async (control: Control, run: string, status: string): Promise<void> => {
  if (!(await until(() => control.run(run).status === status, 60_000)))
    throw new Error(`${run} is ${control.run(run).status} and not ${status}: ${control.defects.join('; ')}`)
}

const ended = async (control: Control, run: string): Promise<Recorded> => {
  await stands(control, run, 'ended')
  return recorded(control.lab.log, run)
}

export const rehearsal = async (words = topic, seed = 1, phases = {}): Promise<Recorded> => {
  const control = openTestControl()
  return ended(control, await begun(control, words, { seed, phases }))
}

/** Asked at the end of planning, answered, paused while at work, and resumed. */
export const askedAndPaused = async (): Promise<Recorded> => {
  const control = openTestControl()
  const run = await begun(control, topic, {
    gates: { 'plan-formulation': 'ask' },
    phases: { 'running-experiments': brief['running-experiments'] },
  })
  await stands(control, run, 'waiting')
  control.note(run, 'test', 'Use three seeds.')
  control.pause(run, 'test')
  control.answer(run, 'test', 'gate.plan-formulation.1', 'go on')
  await stands(control, run, 'paused')
  await control.resume(run, 'test')
  await stands(control, run, 'waiting')
  control.answer(run, 'test', 'gate.plan-formulation.2', 'go on')
  return ended(control, run)
}

/** Stopped at a gate: the driver lets go once the question is answered. */
export const stopped = async (): Promise<Recorded> => {
  const control = openTestControl()
  const run = await begun(control, topic, { gates: { 'data-preparation': 'ask' } })
  await stands(control, run, 'waiting')
  control.stop(run, 'test')
  control.answer(run, 'test', 'gate.data-preparation.1', 'go on')
  await stands(control, run, 'stopped')
  return recorded(control.lab.log, run)
}

/** A model that breaks off now and then, and answers with what is no command. */
export const faulty = async (): Promise<Recorded> => {
  let asked = 0
  const ollama = await startOllama((response, entry) => {
    asked += 1
    if (asked === 30) return refusing(500, 'out of memory')(response, entry)
    const words = asked % 7 === 3 ? 'I would rather think about it.' : answerTo(entry.body as Parameters<typeof answerTo>[0])
    return ollamaAnswering(words)(response, entry)
  })
  const control = openTestControl({ sets: [...ollama.sets, 'sources.use=[bundled]'] })
  const run = await begun(control)
  await stands(control, run, 'interrupted')
  await control.resume(run, 'test')
  return ended(control, run)
}
