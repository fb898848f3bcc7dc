/** An address that may be opened from a page: a source's own words never become any other kind of link. */
export const safeLink = (address: string | null): string | undefined => {
  if (address === null || !URL.canParse(address)) return undefined
  const { protocol, href } = new URL(address)
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}
