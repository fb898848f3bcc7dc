const outside = /^(?:https?:\/\/|mailto:)/i
/** A file beside the report: no scheme, no way up, no other host. */
const beside = /^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^:\\?#]+$/

export type LinkKind = 'outside' | 'file' | 'here'

/** Where a link may lead; undefined for everything else, such as javascript: and data:. */
export const linkKind = (href: string): LinkKind | undefined => {
  // Browsers drop control characters and spaces before they look for a scheme.
  const plain = [...href].filter((letter) => letter > ' ').join('')
  if (plain !== href.trim()) return undefined
  if (outside.test(plain)) return 'outside'
  if (plain.startsWith('#')) return 'here'
  return beside.test(plain) ? 'file' : undefined
}
