/**
 * Seconds to wait by the headers `retry-after-ms` or `retry-after`: seconds, or a date, which is held against the server's own
 * clock (`date`). None when there is nothing readable.
 */
export const retryAfter = (headers: Headers): number | undefined => {
  const milliseconds = Number(headers.get('retry-after-ms') ?? Number.NaN)
  if (milliseconds >= 0) return milliseconds / 1000
  const value = headers.get('retry-after')?.trim()
  if (!value) return undefined
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value)
  const seconds = (Date.parse(value) - Date.parse(headers.get('date') ?? '')) / 1000
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds)
}
