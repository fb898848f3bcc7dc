import { phaseNames } from '../../core/names.ts'
import { languageCode } from './languages.ts'
import { shortestSecret } from './secrets.ts'

/** What one of AgentLaboratory's keys means here: settings, words of warning, or a key to keep in memory. */
export type Meaning = {
  settings?: readonly { path: readonly string[]; value: unknown }[]
  warning?: string
  secret?: { name: string; value: string }
}

/** AgentLaboratory reads "True" and "true" alike, and Python's YAML takes yes and on for true as well. */
const isOn = (value: unknown): boolean => value === true || /^(true|yes|on|1)$/i.test(String(value))
const asNumber = (value: unknown): unknown => (typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value)
const asList = (value: unknown): unknown => (typeof value === 'string' ? [value] : value)
const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const to =
  (path: string, read: (value: unknown) => unknown = (value) => value) =>
  (value: unknown): Meaning => ({ settings: [{ path: path.split('.'), value: read(value) }] })

const copilot = (value: unknown): Meaning => ({
  settings: isOn(value) ? phaseNames.map((phase) => ({ path: ['gates', phase], value: 'ask' })) : [],
})

/** AgentLaboratory's files come with words in the place of a key, such as OPENAI-API-KEY-HERE. */
const isPlaceholder = (text: string): boolean => text.length < shortestSecret || /\bhere\b|_here$|^your|^<.*>$/i.test(text)

const secret =
  (name: string) =>
  (value: unknown): Meaning => {
    const text = String(value ?? '').trim()
    if (isPlaceholder(text)) return { warning: `holds no key; set the environment variable ${name} instead` }
    return {
      secret: { name, value: text },
      warning: `a key in a file is easily given away: it is used from memory and stored nowhere; set the environment variable ${name} instead`,
    }
  }

/** For what gal does not do: said whenever it is asked for. */
const unless =
  (fine: (value: unknown) => boolean, warning: string) =>
  (value: unknown): Meaning =>
    fine(value) ? {} : { warning }
const isOff = (value: unknown): boolean => !isOn(value)
const always = () => false

const notes = (value: unknown): Meaning => {
  if (Array.isArray(value) && value.length === 0) return {}
  if (!isMap(value)) return { settings: [{ path: ['task-notes'], value }] }
  return { settings: Object.entries(value).map(([phase, list]) => ({ path: ['task-notes', phase], value: asList(list) })) }
}

const inLanguage = (value: unknown): unknown => (typeof value === 'string' ? (languageCode(value) ?? value) : value)

/** Every key that AgentLaboratory reads from its YAML files (read at 123444b), and what it is here. */
export const agentLaboratoryKeys: ReadonlyMap<string, (value: unknown) => Meaning> = new Map(
  Object.entries({
    'copilot-mode': copilot,
    copilot_mode: copilot,
    'research-topic': to('topic'),
    'api-key': secret('OPENAI_API_KEY'),
    'deepseek-api-key': secret('DEEPSEEK_API_KEY'),
    'llm-backend': to('model'),
    'lit-review-backend': to('models.phases.literature-review'),
    language: to('language', inLanguage),
    'num-papers-lit-review': to('phases.literature-review.papers', asNumber),
    'mlesolver-max-steps': to('phases.running-experiments.rounds', asNumber),
    'papersolver-max-steps': to('phases.report-writing.edits', asNumber),
    'task-notes': notes,
    'num-papers-to-write': unless((value) => Number(value) === 1, 'has no effect: a run writes one paper; start gal run again for another'),
    'parallel-labs': unless(isOff, 'has no effect yet: a run is one lab; start gal run several times, each with its own --seed'),
    'num-parallel-labs': unless(always, 'has no effect yet: a run is one lab; start gal run several times, each with its own --seed'),
    'lab-index': unless(always, 'has no effect: each run has an id and a folder of its own'),
    'load-existing': unless(isOff, 'has no effect: gal resume takes up any run that has not ended'),
    'load-previous': unless(isOff, 'has no effect: gal resume takes up any run that has not ended'),
    'except-if-fail': unless(isOff, 'has no effect: a phase that fails ends the run as failed, with the reason and its own exit status'),
    agentRxiv: unless(isOff, 'has no effect yet: papers of other runs are not searched, only those of sources.use'),
    'construct-agentRxiv': unless(isOff, 'has no effect yet: papers of other runs are not searched, only those of sources.use'),
    'agentrxiv-papers': unless(always, 'has no effect yet: papers of other runs are not searched, only those of sources.use'),
    'compile-latex': unless(isOff, 'has no effect yet: the report is written as Markdown, not as LaTeX or PDF'),
  }),
)
