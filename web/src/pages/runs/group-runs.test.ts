import { expect, test } from 'vitest'
import type { RunSummary } from '../../../../src/transport/lab-control.ts'
import { groupRuns } from './group-runs.ts'

const run = (name: string, status: RunSummary['status'], minute: number, questions = 0) =>
  ({ run: name, status, questions, createdAt: `2026-11-21T12:${String(minute).padStart(2, '0')}:00.000Z` }) as RunSummary

test('runs at work that asked something come first, then the newest', () => {
  const { running } = groupRuns([run('old', 'running', 1), run('new', 'running', 3), run('asks', 'running', 2, 1)])
  expect(running.map(({ run: name }) => name)).toEqual(['asks', 'new', 'old'])
})

test('runs that go on only with a person stand apart from those at work', () => {
  const groups = groupRuns([run('works', 'running', 1), run('waits', 'waiting', 2, 1), run('asked-and-died', 'interrupted', 3, 1)])
  expect(groups.needing.map(({ run: name }) => name)).toEqual(['asked-and-died', 'waits'])
  expect(groups.running.map(({ run: name }) => name)).toEqual(['works'])
})

test('runs that nobody drives stand apart from those that ended', () => {
  const groups = groupRuns([
    run('paused', 'paused', 1),
    run('ended', 'ended', 2),
    run('lost', 'interrupted', 3),
    run('stopped', 'stopped', 4),
  ])
  expect(groups.running).toEqual([])
  expect(groups.open.map(({ run: name }) => name)).toEqual(['stopped', 'lost', 'paused'])
  expect(groups.finished.map(({ run: name }) => name)).toEqual(['ended'])
})

test('a question that was left open when the run ended needs nobody', () => {
  expect(groupRuns([run('ended', 'ended', 1, 1)]).finished).toHaveLength(1)
})
