import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/**
 * `node bench/models/turns.ts … | node bench/models/into-docs.ts NAME` puts what a tool printed between `<!-- NAME -->` and
 * `<!-- /NAME -->` of docs/small-models.md, so that no figure there is typed by hand.
 */
const [name = ''] = process.argv.slice(2)
const file = join(import.meta.dirname, '../../docs/small-models.md')
const page = readFileSync(file, 'utf8')
const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
const [from, to] = [page.indexOf(begin), page.indexOf(end)]
if (from < 0 || to < from) {
  console.error(`docs/small-models.md has no place ${begin} … ${end}`)
  process.exitCode = 1
} else {
  const printed = (await text(process.stdin)).trim()
  writeFileSync(file, `${page.slice(0, from + begin.length)}\n${printed}\n${page.slice(to)}`)
}
