import { hashOf } from '../core/canonical.ts'
import { createFault, type Fault } from '../core/fault.ts'
import type { Model, Request } from './model.ts'
import { createScripted } from './scripted.ts'

/** What was answered, by who asked: key → text. */
export type Recording = ReadonlyMap<string, string>

/** Who asks, where, and all that they may know. Prompts are not part of it, so that a change of words voids no recording. */
export const recordingKey = ({ role, phase, facts }: Pick<Request, 'role' | 'phase' | 'facts'>): string =>
  `${role}/${phase}/${hashOf(facts)}`

/** How many characters two keys begin with in common: the same caller, then the same phase. */
const shared = (a: string, b: string): number => {
  const end = [...a].findIndex((letter, place) => letter !== b[place])
  return end < 0 ? a.length : end
}

const missOf = (key: string, recording: Recording): Fault => {
  const near = [...recording.keys()].sort((a, b) => shared(b, key) - shared(a, key))[0]
  return createFault('bad-output', `the recording holds no answer to ${key}; the nearest of its ${recording.size} is ${near ?? 'none'}`)
}

/** Answers from a recording, and never with anything else. */
export const createReplay = (recording: Recording): Model =>
  createScripted(
    (request) => {
      const key = recordingKey(request)
      return recording.get(key) ?? missOf(key, recording)
    },
    { name: 'replay' },
  )

/** Hands each answer of a model to the sink, under the key that a replay will look for. */
export const withRecording = (model: Model, sink: (key: string, text: string) => void): Model => ({
  ...model,
  async generate(request, signal, onDelta) {
    const answer = await model.generate(request, signal, onDelta)
    if ('reply' in answer) sink(recordingKey(request), answer.reply.text)
    return answer
  },
})
