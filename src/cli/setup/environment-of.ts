import type { Io } from '../io.ts'

/** The environment for what is installed with: proxies, mirrors and caches are the user's own. */
export const environmentOf = ({ env }: Pick<Io, 'env'>): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
