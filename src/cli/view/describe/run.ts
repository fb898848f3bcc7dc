import { words } from '../told.ts'
import type { Tellers } from './teller.ts'

const kilobytes = (bytes: number): string => (bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`)

export const runTellers: Tellers<'run-start' | 'model-choose' | 'run-resume' | 'run-halt' | 'run-end' | 'artifact-write'> = {
  'run-start': ({ topic }, { texts }) => ({ text: texts.run(words(topic, 400)), tone: 'phase' }),
  'model-choose': ({ model, why }, { texts }) => ({ text: texts.model(words(model), words(why)), tone: 'aside' }),
  'run-resume': (_, { texts }) => ({ text: texts.resumed, tone: 'aside' }),
  'run-halt': ({ why }, { texts }) => ({ text: texts.halted(words(why, 300)), tone: 'ask' }),
  'run-end': ({ outcome }, { texts }) =>
    outcome.kind === 'complete'
      ? { text: texts.complete, tone: 'good' }
      : { text: texts[outcome.kind](words(outcome.why, 300)), tone: outcome.kind === 'failed' ? 'bad' : 'ask' },
  'artifact-write': ({ name, bytes }, { texts }) => ({ text: texts.file(words(name), kilobytes(bytes)), tone: 'aside' }),
}
