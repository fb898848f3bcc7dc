/** What lines to replace to make one text of another: the fewest that hold all differences, and at least one. */
export const linesBetween = (before: string, after: string): { from: number; to: number; text: string } => {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const differs = old.findIndex((line, place) => line !== now[place])
  const start = Math.min(differs < 0 ? old.length - 1 : differs, old.length - 1)
  const room = Math.min(old.length, now.length) - start - 1
  let end = 0
  while (end < room && old.at(-1 - end) === now.at(-1 - end)) end++
  return { from: start + 1, to: old.length - end, text: now.slice(start, now.length - end).join('\n') }
}
