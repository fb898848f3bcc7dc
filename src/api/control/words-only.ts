/** What holds a model to JSON, as Ollama and OpenAI-style servers call it. */
const forms = ['format', 'response_format']

const withoutForm = (body: string): string => {
  const asked: Record<string, unknown> = JSON.parse(body)
  return JSON.stringify(Object.fromEntries(Object.entries(asked).filter(([key]) => !forms.includes(key))))
}

/** A fetch for a model that is asked for plain words: roles answer in JSON, so every other call is held to a form. */
export const wordsOnly =
  (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  (input, init) =>
    fetch(input, typeof init?.body === 'string' ? { ...init, body: withoutForm(init.body) } : init)
