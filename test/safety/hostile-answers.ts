import { plan } from '../../src/agents/commands/plan.ts'
import { review } from '../../src/agents/commands/review.ts'
import { all, shortTexts, someOf } from './payloads.ts'

type Body = { messages: { role: string; content: string }[]; format?: { anyOf?: object[] } }

const dataset = 'import random\n\ndef load(seed):\n    draw = random.Random(seed)\n    return [draw.gauss(0, 1) for _ in range(50)]\n'
const names = JSON.stringify(shortTexts(80))

/** Prints, measures and writes files under every name that fits. */
const program = `import dataset, json, lab

names = json.loads(${JSON.stringify(names)})
for seed in range(2):
    values = dataset.load(seed)
    lab.metric('spread', max(values), seed=seed, arm='plain', split='test')
    lab.metric('spread', min(values), seed=seed, arm=names[1], split='test')
    for name in names:
        lab.metric(name, max(values), seed=seed, arm=name, split=name[:40], unit=name[:20])
for name in names:
    print(name)
    try:
        open(name, 'w').write(name)
    except OSError:
        pass
open('page.html', 'w').write(names[0])
open('drawing.svg', 'w').write('<svg xmlns="http://www.w3.org/2000/svg" onload="__pwned=1"/>')
`

const form = {
  ...review.example,
  ...{ summary: someOf(3900), strengths: someOf(3900, 10), weaknesses: someOf(3900, 20), questions: someOf(3900, 30) },
  limitations: someOf(3900, 40),
}

/** The commands that the schema of a request allows. */
const allowed = ({ format }: Body): Set<string> => {
  const turns = (format?.anyOf ?? [format]) as { properties?: { command?: { const?: string } } }[]
  return new Set(turns.map((turn) => turn?.properties?.command?.const ?? ''))
}

type Scene = { said: string; last: string }
const next = ({ said }: Scene): Record<string, unknown> => {
  const ids = [...new Set([...said.matchAll(/^(folder:\S+) \|/gm)].map((match) => match[1] ?? ''))]
  const [first = ''] = ids
  if (ids.length === 0)
    return said.includes('ask-person","text')
      ? { command: 'search-papers', query: 'label smoothing' }
      : { command: 'ask-person', text: someOf(900, 4) }
  if (!said.includes(`"read-paper","id":"${first}"`)) return { command: 'read-paper', id: first }
  const unread = ids.find((id) => !said.includes(`"add-paper","id":"${id}"`))
  return unread === undefined
    ? { command: 'search-papers', query: 'smoothing labels noise' }
    : { command: 'add-paper', id: unread, note: someOf(3900, 7) }
}

/** What a model answers that means harm in every word, first the command that a request allows first. */
const answers: readonly (readonly [string, (scene: Scene) => Record<string, unknown>])[] = [
  ['read-paper', next],
  [
    'plan',
    () => ({
      ...plan.example,
      command: 'plan',
      text: all,
      hypotheses: [all.slice(0, 300)],
      metric: all.slice(0, 80),
      proposed: all.slice(0, 80),
      datasets: [all.slice(0, 200)],
    }),
  ],
  ['submit-code', () => ({ command: 'submit-code', code: dataset })],
  ['write-program', () => ({ command: 'write-program', code: program })],
  ['score-program', () => ({ command: 'score-program', score: 0.5, why: someOf(190, 3) })],
  ['reflect', () => ({ command: 'reflect', text: someOf(2900, 5) })],
  ['interpretation', () => ({ command: 'interpretation', text: all })],
  ['write-section', ({ last }) => ({ command: 'write-section', section: sectionIn(last), text: `Of 50 values, 2 seeds.\n\n${all}` })],
  ['score-report', () => ({ command: 'score-report', ...form })],
  ['write-readme', () => ({ command: 'write-readme', text: all })],
  ['review', () => ({ command: 'review', ...form })],
  ['finish-report', () => ({ command: 'finish-report', why: someOf(3900, 9) })],
]
const sectionIn = (text: string): string => /Write the section ([a-z-]+)\./.exec(text)?.[1] ?? 'discussion'

export const hostileAnswer = (body: Body): string => {
  const may = allowed(body)
  const scene = { said: body.messages.map(({ content }) => content).join('\n'), last: body.messages.at(-1)?.content ?? '' }
  const answer = answers.find(([command]) => may.has(command))?.[1]
  return JSON.stringify(answer?.(scene) ?? { command: 'dialogue', text: someOf(7900) })
}
