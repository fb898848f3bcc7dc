import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ollamaAnswering } from '../../src/models/stand-in/ollama.ts'
import { startStandIn } from '../../src/models/stand-in/server.ts'
import { type Ended, gal } from '../support/gal.ts'
import { hostileAnswer } from './hostile-answers.ts'
import { all, someOf, texts } from './payloads.ts'

const model = 'hostile:latest'

const serveModel = () =>
  startStandIn((response, asked) => {
    if (asked.path === '/api/tags')
      return void response.end(JSON.stringify({ models: [{ name: model, size: 1, modified_at: '', details: { family: 'llama' } }] }))
    if (asked.path === '/api/show') return void response.end(JSON.stringify({ model_info: { 'llama.context_length': 1_000_000 } }))
    return ollamaAnswering(hostileAnswer(asked.body as Parameters<typeof hostileAnswer>[0]))(response, asked)
  })

/** A folder of papers: a bibliography with a payload in each field of each entry, and files that are payloads through and through. */
export const writeLibrary = (folder: string): void => {
  mkdirSync(folder, { recursive: true })
  const entries = texts.map((text, place) => {
    const fields = Object.entries({
      title: `Label smoothing ${text}`,
      author: `${text} and Writer, Ann`,
      journal: text,
      url: text,
      abstract: text,
    })
    return `@article{key${place},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')},\n  year = {2019}\n}`
  })
  writeFileSync(join(folder, 'refs.bib'), entries.join('\n\n'))
  writeFileSync(join(folder, 'one.md'), `# Label smoothing ${texts[5]}\n\nLabel smoothing. ${all}`)
  writeFileSync(join(folder, 'two.txt'), `Label smoothing ${texts[0]}\n\n${all}`)
}

/** A whole run in which topic, model, sources and programs mean harm. Needs bubblewrap. */
export const realHostileRun = async (runs: string): Promise<Ended> => {
  const library = join(runs, 'library')
  writeLibrary(library)
  const server = await serveModel()
  const sets = [
    'sources.use=[folder]',
    `sources.folder.path=${library}`,
    'phases.report-writing.edits=0',
    'phases.running-experiments.rounds=1',
    'phases.report-refinement.reviewers=1',
    'phases.literature-review.papers=4',
    'people.questions=1',
    'models.ollama.context=200000',
  ]
  const args = ['run', someOf(1990), '--runs', runs, '--model', `ollama:${model}`, '--plain', '--no-serve']
  try {
    return await gal([...args, ...sets.flatMap((set) => ['--set', set])], { cwd: runs, env: { OLLAMA_BASE_URL: server.url } })
  } finally {
    await server.close()
  }
}
