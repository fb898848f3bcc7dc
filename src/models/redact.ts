/** A text without a secret, also where the secret stands in it as a part of a URL. An empty secret is none. */
export const redact = (text: string, secret: string): string =>
  secret === '' ? text : text.replaceAll(secret, '[redacted]').replaceAll(encodeURIComponent(secret), '[redacted]')
