import { plan } from '../../src/agents/commands/plan.ts'
import { review } from '../../src/agents/commands/review.ts'

type Body = { messages: { role: string; content: string }[]; format?: { anyOf?: object[]; properties?: object } }

const words = 'Words that are long enough for a plan, a section, a note or an interpretation, and that say no number.'
const form = review.example

const dataset = `import random

def load(seed):
    draw = random.Random(seed)
    return [draw.gauss(0, 1) for _ in range(200)]
`
const program = `import dataset, lab

for seed in lab.seeds:
    values = dataset.load(seed)
    for arm, scale in (('plain', 1.0), ('scaled', 0.5)):
        lab.metric('spread', max(values) * scale - min(values) * scale, seed=seed, arm=arm, split='test')
print('measured')
`

/** The commands that the schema of a request allows. */
const allowed = ({ format }: Body): Set<string> => {
  const turns = (format?.anyOf ?? [format]) as { properties?: { command?: { const?: string } } }[]
  return new Set(turns.map((turn) => turn?.properties?.command?.const ?? ''))
}

const paperIds = (text: string): string[] => [...text.matchAll(/^(bundled:\S+) \|/gm)].map((match) => match[1] ?? '')

/** What a small obedient model could say to a request, by the commands it may use: a whole run with programs in Python. */
export const answerTo = (body: Body): string => {
  const may = allowed(body)
  const said = body.messages.map(({ content }) => content).join('\n')
  const last = body.messages.at(-1)?.content ?? ''
  const turn = (): Record<string, unknown> => {
    if (may.has('read-paper')) {
      const next = paperIds(said).find((id) => !said.includes(`"id":"${id}"`))
      return next ? { command: 'add-paper', id: next, note: words } : { command: 'search-papers', query: 'label smoothing of classifiers' }
    }
    if (may.has('plan'))
      return {
        ...plan.example,
        command: 'plan',
        text: words,
        metric: 'spread',
        goal: 'min',
        proposed: 'scaled',
        baselines: ['plain'],
        repetitions: 5,
      }
    if (may.has('submit-code')) return { command: 'submit-code', code: dataset }
    if (may.has('write-program')) return { command: 'write-program', code: program }
    if (may.has('score-program')) return { command: 'score-program', score: 0.5, why: 'It does what the plan says.' }
    if (may.has('reflect')) return { command: 'reflect', text: words }
    if (may.has('interpretation')) return { command: 'interpretation', text: words }
    if (may.has('write-section'))
      return { command: 'write-section', section: /Write the section ([a-z-]+)\./.exec(last)?.[1] ?? 'discussion', text: words }
    if (may.has('score-report')) return { command: 'score-report', ...form }
    if (may.has('write-readme')) return { command: 'write-readme', text: words }
    if (may.has('review')) return { command: 'review', ...form }
    if (may.has('finish-report')) return { command: 'finish-report', why: 'Nothing more can be gained here.' }
    return { command: 'dialogue', text: 'Go on.' }
  }
  return JSON.stringify(turn())
}
