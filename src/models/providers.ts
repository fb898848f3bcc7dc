/** Servers that are spoken to in OpenAI's way, at their usual place; `openai` itself is any such server, by its settings. */
export const openAIStyle = {
  deepseek: { baseUrl: 'https://api.deepseek.com/v1', keyName: 'DEEPSEEK_API_KEY', context: 65_536 },
  anthropic: { baseUrl: 'https://api.anthropic.com/v1/', keyName: 'ANTHROPIC_API_KEY', context: 200_000 },
} as const satisfies Record<string, { baseUrl: string; keyName: string; context: number }>

export const providerNames = ['ollama', 'openai', 'deepseek', 'anthropic', 'rehearsal'] as const
export type ProviderName = (typeof providerNames)[number]
