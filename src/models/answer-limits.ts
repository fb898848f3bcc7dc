/**
 * What is taken of one answer before its request is given up. A server that keeps to max-tokens never comes near: a token is
 * about four characters, and an event around one some hundred bytes.
 */
export type AnswerLimits = {
  /** Characters of the answer itself, white space included. */
  answer: number
  /** Characters of thoughts; some servers do not count them towards max-tokens. */
  thoughts: number
  /** Bytes of the stream, whatever is in them: libraries drop some of it before anybody could count. */
  bytes: number
}

const kibi = 1024

export const limitsOf = ({ maxTokens }: { maxTokens: number }): AnswerLimits => ({
  answer: 16 * maxTokens + 64 * kibi,
  thoughts: 64 * maxTokens + 256 * kibi,
  bytes: kibi * maxTokens + 16 * kibi * kibi,
})
