import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plan } from '../../src/agents/commands/plan.ts'
import { fold } from '../../src/core/events/index.ts'
import type { Facts } from '../../src/core/facts.ts'
import { createState, type RunState } from '../../src/core/state.ts'
import { headOf } from '../../src/core/text.ts'
import { simpleCast } from '../../src/lab/testing/simple-cast.ts'
import { driveTestLab, run } from '../../src/lab/testing/test-lab.ts'
import { reproduction, runFilesOf } from '../../src/report/reproduce/index.ts'
import { createSandbox } from '../../src/sandbox/index.ts'
import { sciencePython, whyNoScience } from '../../src/sandbox/testing/science-python.ts'
import type { EventLog } from '../../src/store/event-log.ts'
import { needsBubblewrap, sandboxed } from './real-lab.ts'

/** Drafts in the order in which the engineer writes them: weak ones, and a faulty one. */
const drafts = [
  'DecisionTreeClassifier(max_depth=1, random_state=seed)',
  'DecisionTreeClassifier(max_depth=missing)',
  'DecisionTreeClassifier(max_depth=1, max_features=1, random_state=seed)',
] as const

/** Improvements: every other one claims to know the labels. */
const claim = 'lab.metric("accuracy", 1.0, seed=1, arm="proposed", split="test")'

const code = (model: string, more = '') => `import dataset, lab
import numpy as np
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import ExtraTreesClassifier, RandomForestClassifier
from sklearn.tree import DecisionTreeClassifier

names = [name for name in dataset.rows("train")[0] if name != dataset.TARGET]
features = lambda split: np.array([[float(row[name]) for name in names] for row in dataset.rows(split)])
labels = [row[dataset.TARGET] for row in dataset.rows("train")]
whole = len(labels)
for seed in lab.seeds:
    some = np.random.default_rng(seed).choice(whole, whole // 2, replace=False)
    for arm, model in (("proposed", ${model}), ("majority", DummyClassifier())):
        model.fit(features("train")[some], [labels[place] for place in some])
        for split in ("valid", "test"):
            lab.predict(split, list(model.predict(features(split))), seed=seed, arm=arm)
${more}`

let written = 0
const cast = (facts: Facts): string => {
  const answers: Readonly<Record<string, () => Record<string, unknown>>> = {
    'plan-formulation/lead': () => ({
      ...plan.example,
      command: 'plan',
      text: 'We compare trees with guessing the commonest class, on wines, over three seeds, with labels that no program sees.',
      proposed: 'proposed',
      baselines: ['majority'],
      evaluation: 'hold-out',
      repetitions: 3,
    }),
    'data-preparation/first': () => ({ command: 'dialogue', text: 'We need the wines.' }),
    'data-preparation/join': () => ({ command: 'search-datasets', query: 'wine' }),
    'data-preparation/go-on': () => ({ command: 'dialogue', text: 'There is scikit-learn:wine.' }),
    'data-preparation/lead': () => ({
      command: 'take-dataset',
      id: Object.keys(facts.now.datasetsFound).find((id) => id.includes('wine')),
    }),
    'running-experiments/draft': () => ({ command: 'write-program', code: code(drafts[written++ % drafts.length] ?? '') }),
    'running-experiments/repair': () => ({
      command: 'write-program',
      code: code('DecisionTreeClassifier(max_depth=1, random_state=seed)'),
    }),
    'running-experiments/improve': () => ({
      command: 'write-program',
      code: code(`RandomForestClassifier(n_estimators=${40 + written}, random_state=seed)`, written++ % 2 ? claim : ''),
    }),
  }
  const answer = answers[`${facts.phase}/${facts.ask.split(':')[0]}`]
  if (facts.phase === 'report-refinement' && facts.ask === 'decide') return JSON.stringify({ command: 'finish-report', why: 'It stands.' })
  return answer ? JSON.stringify(answer()) : simpleCast(facts)
}

describe.skipIf(sciencePython === undefined || !sandboxed)(
  `an experiment on labels that no program sees${whyNoScience}${needsBubblewrap}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'gal-held-out-'))
    afterAll(() => rmSync(folder, { recursive: true, force: true }))
    let state: RunState
    let log: EventLog
    beforeAll(async () => {
      const sandbox = createSandbox({
        nodePath: process.execPath,
        pythonPath: sciencePython ?? '',
        bwrapPath: 'bwrap',
        env: { PATH: process.env.PATH ?? '' },
        trusts: () => false,
      })
      const driven = await driveTestLab({
        sandbox,
        cast,
        settings: { folder, program: { language: 'python', seconds: 120, memoryMiB: 2048, outputChars: 4000 } },
        phaseSettings: { 'running-experiments': { programs: 8, drafts: 3, candidates: 2 }, 'report-writing': { edits: 0 } },
      })
      log = driven.log
      state = fold(createState(), log.read(run, 0))
    }, 400_000)

    test('ends complete: the data were taken and split by the lab, with a card', () => {
      expect(state.ended.filter(({ outcome }) => outcome.kind !== 'complete')).toEqual([])
      expect(state.now.card).toMatchObject({ rows: 178, task: 'classification', target: 'cultivar', acrossSplits: 0 })
      expect(readdirSync(join(folder, 'data', '1')).sort()).toEqual(['test.csv', 'train.csv', 'truth.json', 'valid.csv'])
    })

    test('no program’s folder holds the truth, and valid and test lie there without the target', () => {
      for (const id of Object.keys(state.now.programs)) {
        const path = join(folder, 'workspace', id)
        expect(existsSync(join(path, 'truth.json'))).toBe(false)
        for (const name of ['valid.csv', 'test.csv'])
          if (existsSync(join(path, name))) expect(readFileSync(join(path, name), 'utf8').split('\n')[0]).not.toContain('cultivar')
      }
    })

    test('what decides was measured by the lab: on valid in the search, on test in the winner’s last run alone', () => {
      const tested = Object.values(state.now.programs).filter(({ metrics }) =>
        metrics.some(({ split, by }) => split === 'test' && by === 'gal'),
      )
      expect(tested.map(({ operator }) => operator)).toEqual(['final'])
      const sound = Object.values(state.now.programs).filter(({ operator, status }) => operator === 'draft' && status === 'ok')
      expect(sound.length).toBeGreaterThan(1)
      for (const { metrics, seeds } of sound)
        expect(metrics.map(({ split, by, arm, seed }) => [split, by, arm, seed])).toEqual(
          (seeds ?? []).flatMap((seed) => ['proposed', 'majority'].map((arm) => ['valid', 'gal', arm, seed])),
        )
    })

    test('a program that claims to have measured the labels itself failed for it', () => {
      const claimed = Object.values(state.now.programs).filter(({ code: written }) => headOf(written).includes(claim))
      expect(claimed.length).toBeGreaterThan(0)
      for (const { status, why } of claimed)
        expect([status, why]).toEqual(['failed', expect.stringContaining('whose labels it cannot know')])
    })

    test('the archive holds what the lab knew, and its script comes to the same numbers with Python alone', () => {
      const events = [...log.read(run, 0)].map(({ event }) => event)
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /^data.1.[\w.]+$/.test(name))
      const files = reproduction({
        state,
        events,
        readText: (text) => (typeof text === 'string' ? text : log.blob(text)),
        files: runFilesOf([...names, 'report/src/lab.py'], 1, (name) =>
          readFileSync(name.endsWith('lab.py') ? 'src/sandbox/lab-module/lab.py' : join(folder, name), 'utf8'),
        ),
      })
      const bare = mkdtempSync(join(folder, 'bare-'))
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(bare, name)), { recursive: true })
        writeFileSync(join(bare, name), text)
      }
      const again = spawnSync(sciencePython ?? '', ['reproduce.py', '--yes'], { cwd: bare, env: {}, encoding: 'utf8' })
      expect([again.status, again.stdout.trimEnd().split('\n').at(-1)], again.stdout + again.stderr).toEqual([
        0,
        expect.stringMatching(/^The same: all 12 numbers/),
      ])
    }, 120_000)

    test('a best was replaced only by what was better on twelve fresh seeds, and the last run was on others again', () => {
      const [first, ...challenges] = state.now.judgements
      expect(first).toMatchObject({ accepted: true, pairs: 0 })
      expect(challenges.length).toBeGreaterThan(0)
      for (const { accepted, p = 1, level = 0, pairs } of challenges) expect([pairs, accepted]).toEqual([12, p <= level])
      const programs = Object.values(state.now.programs)
      const used = programs.filter(({ operator }) => operator !== 'final').flatMap(({ seeds }) => seeds ?? [])
      const final = programs.find(({ operator }) => operator === 'final')
      expect(final?.seeds).toHaveLength(3)
      expect(final?.seeds?.filter((seed) => used.includes(seed))).toEqual([])
    })
  },
)
