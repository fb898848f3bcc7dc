import type { Setting } from './settings.ts'
import { valueFromText } from './value-text.ts'

type Variable = { name: string; path: readonly string[]; read: (text: string) => unknown }

/** Ollama takes its own server's address as client address too: often a bare host, or the address that means every interface. */
const ollamaAddress = (text: string): string => {
  const [, scheme = 'http', host = '', port = ''] = /^(?:(\w+):\/\/)?(\[[^\]]*\]|[^:/]*)(:\d+)?/.exec(text) ?? []
  const bare = !text.includes('://')
  const rest = text.replace(/^(?:\w+:\/\/)?(?:\[[^\]]*\]|[^:/]*)(?::\d+)?/, '').replace(/\/$/, '')
  const target = ['', '0.0.0.0', '[::]'].includes(host) ? '127.0.0.1' : host
  return `${scheme}://${target}${port || (bare ? ':11434' : '')}${rest}`
}

/** What gal takes from the environment; later ones go before earlier ones. */
export const variables: readonly Variable[] = [
  { name: 'WS_HOST', path: ['host'], read: (text) => text },
  { name: 'WS_PORT', path: ['port'], read: (text) => valueFromText(text, { type: 'integer' }) },
  { name: 'OLLAMA_HOST', path: ['models', 'ollama', 'base-url'], read: ollamaAddress },
  { name: 'OLLAMA_BASE_URL', path: ['models', 'ollama', 'base-url'], read: (text) => text },
  { name: 'GAL_MODELS', path: ['models', 'llama', 'folder'], read: (text) => text },
  { name: 'OLLAMA_TEXT_MODEL', path: ['model'], read: (text) => (text.startsWith('ollama:') ? text : `ollama:${text}`) },
]

/** The settings that the environment gives. An empty variable is none. */
export const settingsFromEnvironment = (env: Readonly<Record<string, string | undefined>>): Setting[] =>
  variables.flatMap(({ name, path, read }) => {
    const text = env[name]?.trim()
    return text ? [{ path, value: read(text), place: () => name }] : []
  })
