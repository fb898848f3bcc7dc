const both = 'application/json, text/event-stream'

/** An Accept that takes JSON: named, by a wildcard, or by saying nothing. */
const takesJson = (accept: string | null): boolean => accept === null || /\*\/\*|application\/(\*|json)/i.test(accept)

/**
 * The request as the SDK wants it: it refuses whoever does not accept event streams too, and plain JSON clients do not say so.
 * They are answered with JSON in any case.
 */
export const acceptBoth = (request: Request): Request => {
  if (request.method !== 'POST' || !takesJson(request.headers.get('accept'))) return request
  const headers = new Headers(request.headers)
  headers.set('accept', both)
  return new Request(request, { headers })
}
