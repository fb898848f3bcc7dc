/** Most UTF-16 units of a full text that a source gives. */
const textLimit = 200_000

/** The beginning of a text, never ending inside a character. */
export const cutText = (text: string, limit = textLimit): string => {
  if (text.length <= limit) return text
  const head = text.slice(0, limit)
  return /[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head
}
