/** A provider's own API, spoken through a package of LangChain that only some people install. */
export type Native = { package: string; baseUrl: string; dialect: 'anthropic' | 'google' | 'mistral' }

/** A server that takes a key and speaks as OpenAI does, at its usual place. */
export type Preset = {
  /** None for a server whose address is each customer's own. */
  baseUrl?: string
  /** The environment variable that its own documentation names; empty for a server that wants no key. */
  keyName: string
  /** Tokens that a model there can be trusted to hold, if nothing else is set. */
  context: number
  /** The header for the key, where it is not `Authorization: Bearer`. */
  keyHeader?: string
  native?: Native
}

const local = (port: number): Preset => ({ baseUrl: `http://127.0.0.1:${port}/v1`, keyName: '', context: 16_384 })

/** Every provider behind an address and a key, beside `openai`, which is any such server by its settings. */
export const presets = {
  deepseek: { baseUrl: 'https://api.deepseek.com/v1', keyName: 'DEEPSEEK_API_KEY', context: 65_536 },
  anthropic: {
    baseUrl: 'https://api.anthropic.com/v1/',
    keyName: 'ANTHROPIC_API_KEY',
    context: 200_000,
    native: { package: '@langchain/anthropic', baseUrl: 'https://api.anthropic.com', dialect: 'anthropic' },
  },
  google: {
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai/',
    keyName: 'GEMINI_API_KEY',
    context: 1_000_000,
    native: { package: '@langchain/google-genai', baseUrl: 'https://generativelanguage.googleapis.com', dialect: 'google' },
  },
  mistral: {
    baseUrl: 'https://api.mistral.ai/v1',
    keyName: 'MISTRAL_API_KEY',
    context: 32_768,
    native: { package: '@langchain/mistralai', baseUrl: 'https://api.mistral.ai', dialect: 'mistral' },
  },
  openrouter: { baseUrl: 'https://openrouter.ai/api/v1', keyName: 'OPENROUTER_API_KEY', context: 32_768 },
  groq: { baseUrl: 'https://api.groq.com/openai/v1', keyName: 'GROQ_API_KEY', context: 32_768 },
  azure: { keyName: 'AZURE_OPENAI_API_KEY', keyHeader: 'api-key', context: 128_000 },
  vllm: local(8000),
  'lm-studio': local(1234),
  'llama-cpp': local(8080),
} as const satisfies Readonly<Record<string, Preset>>

export type PresetName = keyof typeof presets
export const presetNames = Object.keys(presets) as [PresetName, ...PresetName[]]

/** Those that may have several servers. */
export const servedNames = ['ollama', 'openai', ...presetNames] as const
export type ServedName = (typeof servedNames)[number]

/** `llama` runs GGUF files in this process; `llama-cpp`, among the served, is llama.cpp's own server. */
export const providerNames = [...servedNames, 'llama', 'rehearsal'] as const
export type ProviderName = (typeof providerNames)[number]
