import type { Effects, Fields } from './entry.ts'
import { fieldsIn, idIn, numberIn, numberOrNull, oneOf, outcomeIn, stringIn, stringsIn } from './fields.ts'
import { appended, replaced } from './list.ts'
import { marked } from './mark.ts'
import { letGoOfTurns, putTurnsAside, takeUpTurns } from './open-turns.ts'
import type { ViewerState } from './viewer-state.ts'

const budgetIn = (config: Fields): ViewerState['budget'] => {
  const { calls, tokens, money, seconds } = fieldsIn(config.budget)
  return { calls: numberOrNull(calls), tokens: numberOrNull(tokens), money: numberOrNull(money), seconds: numberOrNull(seconds) }
}

const causes = ['pause', 'stop', 'question', 'fault'] as const

/** What was asked has come with this halt; what else was asked still waits. */
const halt = (asked: ViewerState['asked'], cause: (typeof causes)[number]): { asked: ViewerState['asked']; by: string | null } =>
  cause === 'pause' || cause === 'stop' ? { asked: { ...asked, [cause]: null }, by: asked[cause] } : { asked, by: null }

export const runEffects = {
  'run-start': (state, { topic, language, seed, version, config, changed }, entry) =>
    marked(
      {
        ...state,
        startedAt: entry.at,
        topic: stringIn(topic),
        language: stringIn(language),
        seed: numberIn(seed),
        version: stringIn(version),
        changed: stringsIn(changed),
        budget: budgetIn(fieldsIn(config)),
      },
      entry,
      'start',
      topic,
    ),
  'model-choose': (state, { model }) => ({ ...state, model: stringIn(model) }),
  'run-resume': (state, _data, { seq, at }) => ({
    ...state,
    halted: null,
    asked: { pause: null, stop: null },
    people: takeUpTurns(state.people, { since: at, seq }),
  }),
  'run-halt': (state, data, entry) => {
    const cause = oneOf(data.cause, causes)
    if (!cause) return state
    const { asked, by } = halt(state.asked, cause)
    const halted = { cause, why: stringIn(data.why), seq: entry.seq, by }
    return marked({ ...state, asked, halted, people: putTurnsAside(state.people) }, entry, 'halt', data.why)
  },
  'run-end': (state, data, entry) => {
    const outcome = outcomeIn(data.outcome)
    if (!outcome) return state
    const text = outcome.kind === 'complete' ? outcome.kind : outcome.why
    return marked(
      { ...state, outcome, halted: null, asked: { pause: null, stop: null }, people: letGoOfTurns(state.people) },
      entry,
      'end',
      text,
    )
  },
  'artifact-write': (state, data, { seq }) => {
    const name = idIn(data.name)
    if (!name) return state
    const artifact = { name, sha256: stringIn(data.sha256), bytes: numberIn(data.bytes), seq }
    const place = state.artifacts.findIndex((other) => other.name === name)
    return { ...state, artifacts: place < 0 ? appended(state.artifacts, artifact) : replaced(state.artifacts, place, () => artifact) }
  },
} satisfies Effects
