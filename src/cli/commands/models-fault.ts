import { type ErrorCode, GalError } from '../../core/error.ts'
import type { Fault } from '../../core/fault.ts'

const codes: Readonly<Partial<Record<Fault['kind'], ErrorCode>>> = { unreachable: 'model-unreachable', timeout: 'model-unreachable' }

/** What kept a model from being fetched or made, as the one sentence that a person is told. */
export const errorFrom = ({ kind, message }: Fault, hint?: string): GalError => {
  if (/file does not exist|not found/i.test(message)) return new GalError('unknown-model', message, hint)
  return new GalError(codes[kind] ?? 'model-not-got', message, hint)
}
