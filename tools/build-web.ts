import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Builds the web viewer into web/dist. Also run by `npm install`, so it does nothing where there is nothing to build with:
// an installation without development packages, or the published package, which brings web/dist.

const root = join(import.meta.dirname, '..')

const isThere = (name: string): boolean => {
  try {
    return existsSync(fileURLToPath(import.meta.resolve(name)))
  } catch {
    return false // Not installed.
  }
}

const missing = ['vite', '@vitejs/plugin-react', 'react', 'react-dom', 'wouter'].filter((name) => !isThere(name))
const hasSource = existsSync(join(root, 'web/src/main.tsx'))

if (!hasSource || missing.length > 0) {
  const why = hasSource ? `${missing.join(', ')} not installed` : 'web/src is not here'
  console.log(`web viewer not built: ${why}. npm ci && npm run build:web builds it.`)
} else {
  const { build } = await import('vite')
  // Tests build too, and theirs is another NODE_ENV: React would be the slow one that is for its developers.
  process.env.NODE_ENV = 'production'
  const start = performance.now()
  try {
    await build({ configFile: join(root, 'web/vite.config.ts'), logLevel: 'warn' })
    console.log(`web viewer built into web/dist in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
