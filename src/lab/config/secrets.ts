import { visible } from './visible.ts'

/** Keys that were written into a configuration, by the environment variable that each stands for. In memory only. */
export type Secrets = ReadonlyMap<string, string>

/** Shorter ones are no keys, and taking them out would take words out. */
export const shortestSecret = 8

/** A text without these secrets, also where they stand as JSON, escaped for a terminal, or as part of an address. */
export const redact = (text: string, secrets: Secrets): string =>
  [...secrets]
    .filter(([, secret]) => secret.length >= shortestSecret)
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([name, secret]) =>
      [
        secret,
        JSON.stringify(secret).slice(1, -1),
        visible(JSON.stringify(secret).slice(1, -1)),
        encodeURIComponent(secret.toWellFormed()),
      ].map((form) => ({ name, form })),
    )
    .reduce((rest, { name, form }) => rest.replaceAll(form, () => `[${name}]`), text)

/** The same value with these secrets taken out of every text in it; keys stay as they are. */
export const redactIn = <Value>(value: Value, secrets: Secrets): Value => {
  if (typeof value === 'string') return redact(value, secrets) as Value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => redactIn(item, secrets)) as Value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactIn(item, secrets)])) as Value
}
