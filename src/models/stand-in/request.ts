import { bareFacts } from '../../core/bare-facts.ts'
import type { Facts } from '../../core/facts.ts'
import type { Request } from '../model.ts'

const facts: Facts = {
  ...bareFacts('postdoc', 'plan-formulation.1.0.0'),
  topic: 'label smoothing',
  seed: 1,
  phase: 'plan-formulation',
  ask: 'open',
  commands: ['dialogue'],
  papersWanted: 5,
}

/** A request as the lab makes it, for tests. */
export const createRequest = (changes: Partial<Request> = {}): Request => ({
  role: 'postdoc',
  phase: 'plan-formulation',
  turn: facts.turn,
  conversation: `${changes.phase ?? facts.phase}/${changes.role ?? facts.role}#0`,
  messages: [
    { from: 'system', text: 'You are a postdoc.' },
    { from: 'lab', text: 'Say what you think.' },
    { from: 'role', text: '{"command":"dialogue","text":"One thing."}' },
    { from: 'lab', text: 'And now?' },
  ],
  schema: {
    type: 'object',
    properties: { command: { type: 'string', const: 'dialogue' }, text: { type: 'string', maxLength: 80 } },
    required: ['command', 'text'],
    additionalProperties: false,
  },
  facts,
  temperature: 0.4,
  maxTokens: 512,
  ...changes,
})
