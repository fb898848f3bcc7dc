import { printable } from '../printable.ts'
import type { Finding } from './finding.ts'

/** Keys and providers that nothing here asks for: named in a line, so that what matters is seen. */
const isAside = ({ id, status, needed }: Finding): boolean =>
  /^(server|secret)\./.test(id) && status === 'missing' && !needed && id !== 'server.ollama'

const width = 12
const under = ' '.repeat(9 + width + 1)

const lineOf = ({ status, name, what, fix }: Finding): string[] => {
  const [first = '', ...others] = what.split('\n')
  return [
    `${status.padEnd(7)}  ${name.padEnd(width)} ${printable(first)}`,
    ...others.map((line) => `${under}${printable(line)}`),
    ...(fix === undefined ? [] : [`${under}${printable(fix)}`]),
  ]
}

const named = (lead: string, prefix: string, aside: readonly Finding[]): string[] => {
  const names = aside.filter(({ id }) => id.startsWith(prefix)).map(({ name }) => name)
  return names.length === 0 ? [] : [`${lead} ${[...new Set(names)].join(', ')}`]
}

/** For people: a line for each finding, with what to do below it. */
export const renderFindings = (found: readonly Finding[]): string[] => {
  const aside = found.filter(isAside)
  const told = found.filter((one) => !isAside(one))
  return [
    ...told.flatMap(lineOf),
    ...named('Not here, and not asked for:', 'server.', aside),
    ...named('Not set, and not asked for:', 'secret.', aside),
    ...(found.some(({ status, needed }) => needed && (status === 'missing' || status === 'broken'))
      ? ['A rehearsal needs none of the models and programs that are missing: gal run "<topic>" --model rehearsal']
      : []),
  ]
}
