import { createFault, type Fault } from '../core/fault.ts'
import type { Answer, Model, Request } from './model.ts'
import { free, usageOf } from './price.ts'
import { estimateMessages, estimateTokens } from './tokens.ts'
import { wordsOf } from './words.ts'

/** Replies in order, or what to answer to a request; a fault stands for an answer that failed. */
export type Script = readonly (string | Fault)[] | ((request: Request) => string | Fault | Promise<string | Fault>)

const reader = (script: Script): ((request: Request) => string | Fault | Promise<string | Fault>) => {
  if (typeof script === 'function') return script
  const replies = script.values()
  return () => replies.next().value ?? createFault('bad-output', `the script has ${script.length} replies, and one more was asked for`)
}

/** The answer, or nothing as soon as the signal comes. */
const unlessAborted = async <T>(answer: T | Promise<T>, signal: AbortSignal): Promise<T | undefined> => {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const leave = () => resolve(undefined)
  signal.addEventListener('abort', leave)
  try {
    return await Promise.race([answer, promise])
  } finally {
    signal.removeEventListener('abort', leave)
  }
}

/** A model for tests that says what it is told to say, in words, at no cost. */
export const createScripted = (
  script: Script,
  { name = 'scripted', context = 131_072, ...more }: Partial<Pick<Model, 'name' | 'context' | 'endless' | 'parameters'>> = {},
): Model => {
  const answer = reader(script)
  return {
    name,
    context,
    ...more,
    async generate(request, signal, onDelta): Promise<Answer> {
      const cancelled = { fault: createFault('cancelled', `${name} was interrupted`) }
      if (signal.aborted) return cancelled
      const said = await unlessAborted(answer(request), signal)
      if (said === undefined) return cancelled
      if (typeof said !== 'string') return { fault: said }
      if (said.trim() === '') return { fault: createFault('bad-output', `${name} gave an empty answer`) }
      for (const word of wordsOf(said)) onDelta(word)
      return { reply: { text: said, model: name, usage: usageOf(estimateMessages(request.messages), estimateTokens(said), free) } }
    },
  }
}
