const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** How many of the first `length` units to keep, so that no character is cut in two. */
const wholeHead = (text: string, length: number) => (isHighSurrogate(text.charCodeAt(length - 1)) ? length - 1 : length)
const wholeTail = (text: string, length: number) =>
  length > 0 && isLowSurrogate(text.charCodeAt(text.length - length)) ? length - 1 : length

/**
 * Keeps the first and the last half of `characters` of a text that comes in pieces, whatever its length: what is held never
 * exceeds about twice that. `read` gives the text whole when it fits, else with a line that says how much was left out.
 */
export const createBoundedText = (characters: number) => {
  const headRoom = Math.ceil(characters / 2)
  const tailRoom = Math.max(0, characters - headRoom)
  let head = ''
  let tail = ''
  let total = 0
  return {
    add(text: string) {
      total += text.length
      const room = headRoom - head.length
      head += text.slice(0, Math.max(0, room))
      tail += text.slice(Math.max(0, room))
      // Cutting at twice the room makes it one copy per room, not one per piece.
      if (tail.length > 2 * tailRoom) tail = tailRoom ? tail.slice(-tailRoom) : ''
    },
    read(): string {
      if (total <= characters) return head + tail
      const start = head.slice(0, wholeHead(head, head.length))
      const end = tail.slice(tail.length - wholeTail(tail, Math.min(tailRoom, tail.length)))
      const left = total - start.length - end.length
      return `${start}\n[… ${left} characters left out …]\n${end}`
    },
  }
}
