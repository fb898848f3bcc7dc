const open = '<think>'
const close = '</think>'

/** How many of the last characters may be the beginning of the mark. */
const begun = (text: string, mark: string): number => {
  for (let length = Math.min(mark.length - 1, text.length); length > 0; length--) if (mark.startsWith(text.slice(-length))) return length
  return 0
}

/**
 * Keeps the thoughts of a model out of its answer, where its server leaves them in front of it between `<think>` and `</think>`:
 * they are never shown, stored or parsed, and never take the place of an answer. Text in, what is no thought out; `end` gives
 * what was held back.
 */
export const createThoughtFilter = (): { push(text: string): string; end(): string } => {
  let at: 'start' | 'thought' | 'answer' = 'start'
  let held = ''
  const read = (): string => {
    if (at === 'start') {
      const words = held.trimStart()
      if (words === '' || (open.startsWith(words) && words !== open)) return ''
      at = words.startsWith(open) ? 'thought' : 'answer'
      if (at === 'thought') held = words.slice(open.length)
    }
    if (at === 'thought') {
      const place = held.indexOf(close)
      if (place < 0) {
        held = held.slice(held.length - begun(held, close))
        return ''
      }
      held = held.slice(place + close.length).trimStart()
      // More white space may follow, and another thought.
      at = 'start'
      return read()
    }
    const said = held
    held = ''
    return said
  }
  return {
    push(text) {
      held += text
      return read()
    },
    end() {
      const rest = at === 'thought' ? '' : held
      held = ''
      return rest
    },
  }
}
