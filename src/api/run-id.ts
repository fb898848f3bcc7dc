/** A run's name for people: the first words of its topic and four random characters of 36. */
export const createRunId = (topic: string, random: () => number): string => {
  const words = topic
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  const slug = (words ?? []).join('-').slice(0, 32).replace(/-$/, '') || 'run'
  const tail = Math.floor(random() * 36 ** 4)
    .toString(36)
    .padStart(4, '0')
  return `${slug}-${tail}`
}
