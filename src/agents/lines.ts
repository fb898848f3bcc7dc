/** Lines with their numbers, as roles are shown them before they edit. */
export const numberLines = (text: string): string =>
  text
    .split('\n')
    .map((line, place) => `${place + 1}| ${line}`)
    .join('\n')

/** Replaces lines `from` to `to`, counted from 1, both included. */
export const replaceLines = (text: string, from: number, to: number, replacement: string): { text: string } | { problem: string } => {
  const lines = text.split('\n')
  if (from > to || to > lines.length) return { problem: `Lines ${from} to ${to} are not in a text of ${lines.length} lines.` }
  const edited = [...lines.slice(0, from - 1), ...(replacement === '' ? [] : replacement.split('\n')), ...lines.slice(to)].join('\n')
  return edited.trim() === '' ? { problem: 'Nothing would be left after this edit.' } : { text: edited }
}
