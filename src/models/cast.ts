import type { Facts } from '../core/facts.ts'
import type { Request } from './model.ts'

/** Answers from the facts of a request, where a language model would answer from its words. */
export type Cast = (facts: Facts, request: Request) => string | Promise<string>
