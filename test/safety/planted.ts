import { presetNames, presets } from '../../src/models/providers.ts'

/** With letters that JSON and addresses write in another way. */
export const keyFor = (provider: string) => `sk-planted-${provider}/a+b"c%41`

const withKey = presetNames.filter((name) => presets[name].keyName !== '')

/** Every provider that takes a key, with the variable that it is in and the part of the configuration that leads to its server. */
export const keyed = [
  { name: 'openai', variable: 'OPENAI_API_KEY', place: 'models.openai' },
  ...withKey.map((name) => ({ name, variable: presets[name].keyName, place: `models.providers.${name}` })),
] as const

/** What else may stand in a person's environment, and is nobody's business: gal has no use for most of it. */
export const others: Readonly<Record<string, string>> = {
  GAL_TOKEN: 'planted-token-of-the-server-0123456789',
  GAL_AUDIENCE_TOKEN: 'planted-token-of-the-audience-0123456789',
  SLACK_WEBHOOK_URL: 'https://hooks.slack.invalid/services/T0/B0/planted-webhook-0123456789',
  AWS_SECRET_ACCESS_KEY: 'planted-aws-0123456789/abcdefgh+ijkl',
  DATABASE_URL: 'postgres://lab:planted-database-password@db.invalid/lab',
  GITHUB_TOKEN: 'ghp_planted0123456789abcdefghijklmnopqr',
}

const formsOf = (value: string): string[] => [
  value,
  JSON.stringify(value).slice(1, -1),
  encodeURIComponent(value),
  Buffer.from(value).toString('base64'),
]

/** The first letters of a key are enough: one that was cut in two is given away as well. */
const needles: readonly string[] = [
  ...keyed.flatMap(({ name }) => [`sk-planted-${name}`, ...formsOf(keyFor(name))]),
  ...Object.values(others).flatMap(formsOf),
  'planted-',
]

/** Where something planted stands in a text or in bytes. */
export const leaksIn = (where: string, text: string | Uint8Array): string[] => {
  const bytes = typeof text === 'string' ? Buffer.from(text) : Buffer.from(text.buffer, text.byteOffset, text.byteLength)
  return needles.flatMap((needle) => (bytes.includes(needle) ? [`${where}: ${needle}`] : []))
}
