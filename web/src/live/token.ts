const storedAs = 'gal-token'

/** The token of this tab: kept for the tab alone, so that it is in no link, no history and no other tab. */
export const storedToken = (storage: Storage): string | undefined => storage.getItem(storedAs) ?? undefined

export const storeToken = (storage: Storage, token: string): void => storage.setItem(storedAs, token)

/** Takes ?token= out of the page's address and keeps it for the tab. */
export const takeToken = (page: Location, history: History, storage: Storage): void => {
  const url = new URL(page.href)
  const token = url.searchParams.get('token')
  if (token === null) return
  storeToken(storage, token)
  url.searchParams.delete('token')
  history.replaceState(history.state, '', url)
}
