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
 * what was held back, `length` how many characters the thoughts and the white space around them had so far.
 */
export const createThoughtFilter = (): { push(text: string): string; end(): string; length(): number } => {
  let at: 'start' | 'thought' | 'answer' = 'start'
  let held = ''
  // White space in front of an answer is part of it, unless a thought came before.
  let space = ''
  let thoughtBefore = false
  let length = 0

  const start = (): boolean => {
    const words = held.trimStart()
    if (thoughtBefore) length += held.length - words.length
    else space += held.slice(0, held.length - words.length)
    held = words
    if (words === '' || (open.startsWith(words) && words !== open)) return false
    at = words.startsWith(open) ? 'thought' : 'answer'
    if (at === 'answer') return true
    held = words.slice(open.length)
    length += space.length + open.length
    space = ''
    thoughtBefore = true
    return true
  }
  const think = (): boolean => {
    const place = held.indexOf(close)
    const rest = place < 0 ? held.slice(held.length - begun(held, close)) : held.slice(place + close.length)
    length += held.length - rest.length
    held = rest
    if (place >= 0) at = 'start'
    return place >= 0
  }
  const steps = { start, thought: think, answer: () => false }
  const take = (): string => {
    const taken = space + held
    space = ''
    held = ''
    return taken
  }
  return {
    push(text) {
      held += text
      // A text may hold any number of thoughts.
      while (steps[at]());
      return at === 'answer' ? take() : ''
    },
    end() {
      const rest = take()
      return at === 'thought' ? '' : rest
    },
    length: () => length + space.length,
  }
}
