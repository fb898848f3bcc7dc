import { fieldOf } from '../beginning.ts'
import { fill, said } from './fill.ts'
import { figure, type Tellers } from './teller.ts'

export const runTellers: Tellers<'run-start' | 'model-choose' | 'run-resume' | 'run-halt' | 'run-end' | 'artifact-write'> = {
  'run-start': ({ topic }, words) => fill(words.run, { topic: said(topic) }),
  'model-choose': ({ model, why }, words) => fill(words.model, { model: said(model).text, why: said(why).text }),
  'run-resume': (_, words) => fill(words.resumed),
  'run-halt': ({ why }, words) => fill(words.halted, { why: said(why).text }),
  'run-end': ({ outcome }, words) => {
    const kind = fieldOf(outcome, 'kind')
    const sentence = kind === 'partial' || kind === 'failed' ? words[kind] : words.complete
    return fill(sentence, { why: said(fieldOf(outcome, 'why')).text })
  },
  'artifact-write': ({ name, bytes }, words) => fill(words.file, { name: said(name).text, bytes: figure(bytes, 0, words) }),
}
