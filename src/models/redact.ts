/** As a server may give it back: as it is, inside JSON, with slashes escaped as some do, as part of a URL. */
const formsOf = (secret: string): string[] => {
  const inJson = JSON.stringify(secret).slice(1, -1)
  return [secret, inJson, inJson.replaceAll('/', '\\/'), encodeURIComponent(secret)]
}

/** A text without a secret, in whatever form the secret stands in it. An empty secret is none. */
export const redact = (text: string, secret: string): string =>
  secret === '' ? text : formsOf(secret).reduce((rest, form) => rest.replaceAll(form, '[redacted]'), text)
