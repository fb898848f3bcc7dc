/** Characters of a refusal's message. It may quote what a client sent, and that may be far longer than a frame to it. */
const longest = 2_000

/** The message as it is sent: whole, or its beginning and a word that it was cut. */
export const refusalMessage = (message: string): string =>
  message.length <= longest ? message : `${message.slice(0, longest).toWellFormed()}… (cut: the message has ${message.length} characters)`
