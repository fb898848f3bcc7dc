import { phaseNames, roleNames } from '../names.ts'
import type { SpentView, ViewerState } from './viewer-state.ts'

const nothingSpent: SpentView = { calls: 0, input: 0, output: 0, cost: 0 }

/** What is shown of a run before its first entry. */
export const createViewerState = (run: string): ViewerState => ({
  run,
  seq: 0,
  at: '',
  startedAt: '',
  topic: '',
  language: 'en',
  seed: 0,
  version: '',
  model: '',
  changed: [],
  budget: { calls: null, tokens: null, money: null, seconds: null },
  phases: phaseNames.map((name) => ({ name, attempts: [], spent: { ...nothingSpent, seconds: 0 } })),
  phase: null,
  attempt: 1,
  outcome: null,
  halted: null,
  asked: { pause: null, stop: null },
  people: roleNames.map((role) => ({ role, open: [], last: null, turns: 0, spent: { ...nothingSpent } })),
  searches: [],
  papers: [],
  plan: null,
  dataset: null,
  interpretation: null,
  readme: null,
  programs: [],
  best: null,
  curve: [],
  sections: [],
  reportScores: [],
  reviews: [],
  decision: null,
  questions: [],
  notes: [],
  spent: { ...nothingSpent, seconds: 0 },
  artifacts: [],
  marks: [],
})
