// Starts the laboratory in the browser. What stands behind the page's address (?run=…&token=…) is told to it as on a command line.
const { engine: config, threads } = JSON.parse(document.getElementById('config').textContent)
const words = document.getElementById('words')
const progress = document.getElementById('progress')

const say = (text) => {
  progress.hidden = true
  words.textContent = text
}

/** The server that sent this page, unless the address names another. */
const args = () => {
  const asked = new URLSearchParams(location.search)
  if (!asked.has('url')) asked.set('url', location.origin)
  return [...asked].map(([name, value]) => `--${name}=${value}`)
}

const start = async () => {
  const missing = Engine.getMissingFeatures({ threads: threads === 'true' })
  if (missing.length > 0) return say(`This browser lacks: ${missing.join('; ')}`)
  const onProgress = (current, total) => {
    if (total > 0) {
      progress.max = total
      progress.value = current
    }
  }
  // Words after `--` are the project's own: see main.gd.
  await new Engine(config).startGame({ args: [...(config.args ?? []), '--', ...args()], onProgress })
  document.getElementById('status').hidden = true
}

start().catch((error) => say(String(error?.message ?? error)))
