import type { Message } from './model.ts'

/** A token is about four characters of English: the estimate wherever a provider counted nothing, and for budgets before a call. */
export const estimateTokens = (text: string): number => Math.ceil(text.length / 4)

/** The tokens of a request's messages, with four for the frame that each provider puts around a message. */
export const estimateMessages = (messages: readonly Message[]): number =>
  messages.reduce((sum, { text }) => sum + estimateTokens(text) + 4, 0)

/**
 * Tokens to make room for: by bytes and three to a token, because code and most languages take more tokens than English,
 * and a prompt that does not fit is refused.
 */
export const roomFor = (messages: readonly Message[]): number =>
  messages.reduce((sum, { text }) => sum + Math.ceil(Buffer.byteLength(text) / 3) + 8, 0)
