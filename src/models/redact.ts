/** Put in the place of a secret. */
const mark = '[redacted]'

/** Shorter ones are stand-ins such as `none`, which are words as well; taking those out of an answer would spoil it. */
const shortestKey = 8

/** Characters of Base64 that depend on the secret alone, where so many bytes stand in front of it. */
const base64Of = (secret: string, before: number): string => {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)])
  return bytes.toString('base64').slice(Math.ceil((before * 4) / 3), Math.floor((bytes.length * 4) / 3))
}

/** Base64 also as part of something longer, such as `user:key`, and with the letters of URLs. */
const base64Forms = (secret: string): string[] => {
  const whole = Buffer.from(secret).toString('base64')
  const standard = [whole, whole.replaceAll('=', ''), ...[0, 1, 2].map((before) => base64Of(secret, before))]
  return standard.flatMap((form) => {
    const forUrls = form.replaceAll('+', '-').replaceAll('/', '_')
    return [form, form.replaceAll('/', '\\/'), encodeURIComponent(form), forUrls]
  })
}

/** As a server may give it back: as it is, inside JSON, with slashes escaped as some do, as part of a URL, as a host. Longest first. */
const formsOf = (secret: string): string[] => {
  const inJson = JSON.stringify(secret).slice(1, -1)
  const plain = [secret, inJson, inJson.replaceAll('/', '\\/'), encodeURIComponent(secret)]
  const more = secret.length < shortestKey ? [] : [secret.toLowerCase(), ...base64Forms(secret)]
  return [...new Set([...plain, ...more])].sort((a, b) => b.length - a.length)
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

const patternOf = (forms: readonly string[]): RegExp => new RegExp(forms.map(escaped).join('|'), 'g')

/** A text without a secret, in whatever form the secret stands in it. An empty secret is none. */
export const redact = (text: string, secret: string): string =>
  secret === '' ? text : text.replaceAll(patternOf(formsOf(secret)), () => mark)

/** Text in, the same without the secret out; `end` gives what was held back. */
export type Redactor = { push(text: string): string; end(): string }

const openRedactor: Redactor = { push: (text) => text, end: () => '' }

/** Where the end of a text begins that may become one of the forms with what follows; its length where none does. */
const beginningIn = (text: string, forms: readonly string[]): number => {
  const longest = forms[0]?.length ?? 0
  for (let at = Math.max(0, text.length - longest + 1); at < text.length; at++) {
    const rest = text.slice(at)
    if (forms.some((form) => form.length > rest.length && form.startsWith(rest))) return at
  }
  return text.length
}

/**
 * Takes a key out of an answer that comes in pieces, also where it is broken over several: the end of a piece that a key may begin
 * with is held back. The pieces are together what `redact` makes of the whole. What is too short to be a key is let through.
 */
export const createRedactor = (secret: string): Redactor => {
  if (secret.length < shortestKey) return openRedactor
  const forms = formsOf(secret)
  const pattern = patternOf(forms)
  let held = ''
  return {
    push(text) {
      held += text
      const safe = beginningIn(held, forms)
      let said = ''
      let done = 0
      for (const { index, 0: form } of held.matchAll(pattern)) {
        if (index >= safe) break
        said += held.slice(done, index) + mark
        done = index + form.length
      }
      // A form that began before the safe end may reach beyond it; what follows may begin another.
      const end = done > safe ? done + beginningIn(held.slice(done), forms) : safe
      said += held.slice(done, end)
      held = held.slice(end)
      return said
    },
    end() {
      const rest = held.replaceAll(pattern, () => mark)
      held = ''
      return rest
    },
  }
}

/** An answer without a key; what is too short to be one is let through. */
export const redactAnswer = (text: string, secret: string): string => (secret.length < shortestKey ? text : redact(text, secret))
