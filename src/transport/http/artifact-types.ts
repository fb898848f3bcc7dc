import { extname } from 'node:path'
import { artifactPolicy, documentPolicy } from './headers.ts'

/** How a file of a run is shown: its type, and what it may do if a browser shows it as a page. */
export type Shown = { type: string; policy?: string }

const text = (subtype: string): Shown => ({ type: `text/${subtype}; charset=utf-8` })
const plain = text('plain')
const image = (subtype: string): Shown => ({ type: `image/${subtype}` })

/** Programs are text here, so that no page can load one as its script. */
const byExtension: Readonly<Record<string, Shown>> = {
  '.md': text('markdown'),
  '.txt': plain,
  '.log': plain,
  '.tex': plain,
  '.bib': plain,
  '.mjs': plain,
  '.js': plain,
  '.py': plain,
  '.yaml': plain,
  '.csv': text('csv'),
  '.json': { type: 'application/json; charset=utf-8' },
  '.jsonl': plain,
  '.png': image('png'),
  '.jpg': image('jpeg'),
  '.jpeg': image('jpeg'),
  '.svg': { type: 'image/svg+xml', policy: artifactPolicy },
  '.html': { type: 'text/html; charset=utf-8', policy: artifactPolicy },
  '.pdf': { type: 'application/pdf', policy: documentPolicy },
  '.zip': { type: 'application/zip' },
}

/** What is not in the table is bytes. */
export const shownAs = (name: string): Shown => byExtension[extname(name).toLowerCase()] ?? { type: 'application/octet-stream' }
