import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createLab, createMachine, loadConfig, resume, run } from '../src/api/index.ts'

/**
 * `node tools/keep-database.ts`, once for each release: a database as this version leaves it, with a run that is complete and
 * one that was let go of, and what is on it. test/stored-databases.int.test.ts holds every later version to it.
 */
const machine = createMachine(process.env)
const target = join(import.meta.dirname, '../test/fixtures/databases', machine.version)
const runs = 'runs' // Relative, so that no path of this machine is kept.
rmSync(target, { recursive: true, force: true })
mkdirSync(target, { recursive: true })
process.chdir(target)

const quick = [
  'model=rehearsal',
  'phases.running-experiments.rounds=2',
  'phases.report-writing.edits=1',
  'phases.report-refinement.ways-back=0',
]
const { config } = loadConfig({ sets: quick, flags: { runs } })
const lab = createLab({ config, machine })
const interrupt = new AbortController()
await run(lab, 'Variance reduction in Monte Carlo', { interrupt: interrupt.signal })
const name = lab.begin('Which step size should gradient descent take?')
await resume(lab, name, {
  interrupt: interrupt.signal,
  onStored: ({ event }) => {
    if (event.type === 'plan-accept') interrupt.abort()
  },
})
const expected = lab.runs().map(({ run: id, topic, events, outcome, calls }) => {
  const { added, ended, now, earlier } = lab.state(id)
  return {
    run: id,
    topic,
    events,
    outcome,
    calls,
    papers: Object.keys(added).sort(),
    phases: ended.map(({ phase, attempt, outcome: end }) => `${phase} ${attempt}: ${end.kind}`),
    programs: [...earlier, now].reduce((sum, { programs }) => sum + Object.keys(programs).length, 0),
  }
})
lab.close()
// One file, without a write-ahead log beside it and without free pages.
const database = new DatabaseSync(join(target, runs, 'gal.sqlite'))
database.exec(`VACUUM INTO '${join(target, 'gal.sqlite')}'`)
database.close()
rmSync(join(target, runs), { recursive: true })
writeFileSync(join(target, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`)
console.log(`kept ${target}`)
