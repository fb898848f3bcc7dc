import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Puts style/theme-first.js into the head as a file of its own: a module would run after the first drawing, and the server allows
 * no inline script.
 */
export const themeFirst = (): Plugin => {
  let reference = ''
  return {
    name: 'theme-first',
    apply: 'build',
    buildStart() {
      const source = readFileSync(join(import.meta.dirname, 'src/style/theme-first.js'), 'utf8')
      reference = this.emitFile({ type: 'asset', name: 'theme-first.js', source })
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') return
        page.source = String(page.source).replace('<title>', `<script src="/${this.getFileName(reference)}"></script>\n    <title>`)
      },
    },
  }
}
