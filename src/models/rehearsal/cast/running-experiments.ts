import type { ReadonlyProgram } from '../../../core/state.ts'
import { renderProgram, repairLine } from '../render.ts'
import type { Settings } from '../studies/study.ts'
import type { Answer, Answers } from './answer.ts'
import { judge } from './judge.ts'
import { draftSettings, improvedSettings, settingsOf, type Work } from './programs.ts'
import { aboutOf, type Scene } from './scene.ts'

const workOf = ({ study, facts: { seed, attempt } }: Scene): Work => ({ study, seed, attempt })
const programIn = ({ facts }: Scene): ReadonlyProgram | undefined => facts.now.programs[aboutOf(facts)]
const settingsIn = (scene: Scene): Settings => {
  const program = programIn(scene)
  return program ? settingsOf(workOf(scene), scene.facts.now.programs, program) : draftSettings(workOf(scene))
}

const isDraft = ({ operator }: ReadonlyProgram) => operator === 'draft'
const drafts = ({ facts }: Scene) => Object.values(facts.now.programs).filter(isDraft).length
/** The first program of a run has a bug. */
const isFirst = (scene: Scene, before: number) => scene.facts.attempt < 2 && drafts(scene) === before

const write = ({ study }: Scene, settings: Settings): Answer => ({
  command: 'write-program',
  code: renderProgram(study, settings, 'sound'),
})

const draft = (scene: Scene): Answer => {
  const settings = draftSettings(workOf(scene))
  return isFirst(scene, 0) ? { command: 'write-program', code: renderProgram(scene.study, settings, 'defective') } : write(scene, settings)
}

/** The bug stands in one line; what else can fail, such as a time limit, is tried once more as it is. */
const repair = (scene: Scene): Answer => {
  const [program, settings] = [programIn(scene), settingsIn(scene)]
  if (!program || !isDraft(program) || !isFirst(scene, 1)) return write(scene, settings)
  const { line, text } = repairLine(scene.study, settings)
  return { command: 'edit-program', from: line, to: line, text }
}

/** Whoever sits first edits the settings line; the others hand in whole programs. */
const improve = (scene: Scene): Answer => {
  const { seat } = scene.facts
  const settings = improvedSettings(workOf(scene), settingsIn(scene), seat)
  if (seat > 0) return write(scene, settings)
  const [text] = renderProgram(scene.study, settings, 'sound').split('\n', 1)
  return { command: 'edit-program', from: 1, to: 1, text }
}

const score = (scene: Scene): Answer => {
  const { score: mark, why } = judge(scene.study, scene.planned, programIn(scene)?.metrics ?? [])
  return { command: 'score-program', score: mark, why }
}

const reflect = (scene: Scene): Answer => {
  const settings = settingsIn(scene)
  const { share } = judge(scene.study, scene.planned, programIn(scene)?.metrics ?? [])
  const [arms, wanted] = [scene.study.arms(settings).length, scene.study.arms(scene.planned).length]
  const [done, due] = [settings.seeds.length, scene.planned.seeds.length]
  const missing =
    share < 1
      ? 'What is still missing is the rest of the plan.'
      : 'The plan is now carried out; to measure more would be to change it after the fact.'
  return {
    command: 'reflect',
    text: `It got better by coming nearer to the plan: ${arms} of ${wanted} arms, on ${done} of ${due} repetitions. All arms share the data and the seeds, so nothing measured before had to be thrown away. ${missing}`,
  }
}

/** The machine-learning engineer, and the reviewer who judges programs. */
export const runningExperiments: Answers = { draft, repair, improve, score, reflect }
