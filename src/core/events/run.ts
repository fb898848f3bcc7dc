import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { kinds } from '../kinds.ts'
import { outcome } from '../outcome.ts'

export const runEvents = {
  'run-start': defineEvent({
    means: 'A run began with this topic and this configuration; secrets are left out of it.',
    data: z.strictObject({
      topic: z.string().min(1),
      seed: z.int().nonnegative(),
      language: z.string(),
      version: z.string().describe('of gal'),
      config: z.record(z.string(), z.unknown()),
      configHash: z.string(),
      key: z.string().optional().describe('SHA-256 of the idempotency key that began it: the same key begins no other run'),
      kind: z.enum(kinds).optional().describe('of the work; an experiment where nothing is said'),
      changed: z.array(z.string()).optional().describe('settings that differ from the defaults, as key=value'),
    }),
    apply(draft, { topic, seed, language, configHash, changed = [], kind = 'experiment' }) {
      Object.assign(draft, { topic, seed, language, configHash, changed, kind })
    },
  }),
  'model-choose': defineEvent({
    means: 'The model that most roles use from here on, and why this one.',
    data: z.strictObject({
      model: z.string().describe('provider:name'),
      why: z.string(),
      parameters: z.int().positive().optional().describe('weights of the model, where its server says so'),
    }),
    apply(draft, { model, parameters }) {
      draft.model = model
      draft.parameters = parameters
    },
  }),
  'run-resume': defineEvent({
    means: 'A driver took the run up again, after a pause, a stop, a kill or an end of patience.',
    data: z.strictObject({ generation: z.int().positive() }),
    apply(draft) {
      draft.pausing = undefined
      draft.stopping = undefined
    },
  }),
  'run-halt': defineEvent({
    means: 'The driver let go of the run before its end, and why; `gal resume` takes it up.',
    data: z.strictObject({ cause: z.enum(['pause', 'stop', 'question', 'fault']), why: z.string().min(1) }),
    apply() {
      // For people and viewers: the state already says why.
    },
  }),
  'run-end': defineEvent({
    means: 'The run ended, and how.',
    data: z.strictObject({ outcome }),
    apply(draft, data) {
      draft.outcome = data.outcome
    },
  }),
  'artifact-write': defineEvent({
    means: 'A file of the run was written whole.',
    data: z.strictObject({ name: z.string().min(1), sha256: z.string(), bytes: z.int().nonnegative() }),
    apply(draft, { name, sha256, bytes }) {
      draft.artifacts[name] = { sha256, bytes }
    },
  }),
}
