/** What a person can do about a refusal of a server that takes a key, by its status. */
export const refusalHints: Readonly<Record<number, string>> = {
  401: 'Check the key in the environment variable that api-key-env names',
  403: 'Check the key, and whether it may use this model',
  404: 'Check the name of the model and the base-url, which mostly ends in /v1',
}
