/** On every answer, unless a route says otherwise. What is no page may do nothing as a page. */
export const defaultHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  vary: 'Origin',
} as const

const page = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self' blob: data:",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
}

const policy = (parts: Readonly<Record<string, string>>): string =>
  Object.entries(parts)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/** Not every browser counts a WebSocket on the same host among 'self'. The Host came past the guards; only its host and port are taken. */
const connectTo = (host: string): string => {
  const own = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).host : ''
  return own === '' ? "'self'" : `'self' ws://${own} wss://${own}`
}

/** For the viewer's page. Neither scripts nor styles within the page; styles may be set by its scripts. @param host of the request */
export const pagePolicy = (host: string): string => policy({ ...page, 'connect-src': connectTo(host) })

/** For the laboratory in the browser: compiles WebAssembly, plays sound, and may run threads. */
export const godotPolicy = (host: string): string =>
  policy({
    ...page,
    'script-src': "'self' 'wasm-unsafe-eval'",
    'worker-src': "'self' blob:",
    'media-src': "'self' blob:",
    'connect-src': connectTo(host),
  })

/** For a file of a run that browsers would show as a page: no scripts, nothing from elsewhere. */
export const artifactPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; sandbox"

/** For a PDF: the viewers of browsers do not work in a sandbox, and run no page's scripts. */
export const documentPolicy = "default-src 'none'; frame-ancestors 'none'"
