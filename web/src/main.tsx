import './style/tokens.css'
import './style/base.css'
import './style/parts.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { createLive } from './live/live.ts'
import { createRest } from './live/rest.ts'
import { storedToken, takeToken } from './live/token.ts'
import { LiveContext } from './live/use-live.ts'
import { createWire } from './live/wire.ts'
import { applyTheme } from './parts/theme.ts'
import { announceLanguage } from './words/language.ts'

// All that pages take from the browser itself is handed in here: address, storage, clock, chance, network.
takeToken(location, history, sessionStorage)
applyTheme()
announceLanguage()

const token = () => storedToken(sessionStorage)
const wire = createWire({
  url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/v1/ws`,
  token,
  open: (url, protocols) => new WebSocket(url, protocols),
  now: () => Date.now(),
  random: () => Math.random(),
  onOtherLog: () => location.reload(),
})
// Timers of a hidden page are late; what comes back into view tries at once.
for (const sign of ['online', 'pageshow', 'visibilitychange']) addEventListener(sign, () => wire.tryNow())
const frames = { request: requestAnimationFrame.bind(window), cancel: cancelAnimationFrame.bind(window), now: () => performance.now() }
const live = createLive(createRest(fetch.bind(window), token), wire, frames)

const element = document.getElementById('app')
if (element)
  createRoot(element).render(
    <StrictMode>
      <LiveContext value={live}>
        <App />
      </LiveContext>
    </StrictMode>,
  )
