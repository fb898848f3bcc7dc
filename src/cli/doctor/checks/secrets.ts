import { presetNames, presets } from '../../../models/providers.ts'
import type { Check } from '../check.ts'
import { broken, missing, ok } from '../finding.ts'
import type { Given } from '../given.ts'

/** The names of all keys and tokens that gal reads, as they are configured. Values are never looked at here but for being there. */
const names = ({ loaded: { config } }: Given): string[] => {
  const { openai, providers, servers } = config.models
  const all = [
    openai['api-key-env'],
    config.images['api-key-env'],
    ...presetNames.map((name) => providers[name]?.['api-key-env'] ?? presets[name].keyName),
    ...Object.values(servers).flatMap((list) => list.map((server) => server['api-key-env'] ?? '')),
    'GAL_TOKEN',
    'GAL_AUDIENCE_TOKEN',
  ]
  return [...new Set(all.filter((name) => name !== ''))]
}

/** gal's own tokens have letters of their own; a key goes into a header, which holds these only. */
const keepsOut = (name: string, { secret }: Given): boolean => !name.startsWith('GAL_') && /[^\x21-\x7e]/.test((secret(name) ?? '').trim())

export const secrets: Check = {
  id: 'secrets',
  name: 'secrets',
  run: (given) =>
    names(given).map((name) => {
      const about = { id: `secret.${name}`, name, fix: `set the environment variable ${name}` }
      if (!given.secret(name)?.trim()) return missing(about, 'not set')
      if (keepsOut(name, given)) return broken({ ...about, fix: 'copy the key again' }, 'set, but holds letters that no key has')
      return ok(about, given.loaded.secrets.has(name) ? 'set, in the configuration' : 'set')
    }),
}
