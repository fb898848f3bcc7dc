import { GalError } from '../../core/error.ts'
import { type PhaseName, phaseNames } from '../../core/names.ts'
import { nearest } from '../../core/nearest.ts'
import type { Io } from '../io.ts'
import { type Options, withLab } from '../options.ts'

const by = 'cli'

/** Says whether somebody is there to hear it. */
const heard = (driven: boolean, run: string) =>
  driven ? 'its driver hears it now' : `nobody drives it now; it counts when somebody does: gal resume ${run}`

const driven = (rows: readonly { run: string; driver: unknown }[], run: string) =>
  rows.some((row) => row.run === run && row.driver !== null)

export const pause = (io: Io, options: Options, name = 'latest'): Promise<number> =>
  withLab(options, io, (lab) => {
    const run = lab.find(name)
    lab.tell(run, { type: 'pause-ask', by })
    io.out(
      driven(lab.runs(), run)
        ? `Asked ${run} to pause. Go on with it: gal resume ${run}`
        : `Nobody drives ${run}, so there is nothing to pause.`,
    )
    return 0
  })

export const stop = (io: Io, options: Options, name = 'latest'): Promise<number> =>
  withLab(options, io, (lab) => {
    const run = lab.find(name)
    lab.tell(run, { type: 'stop-ask', by })
    io.out(
      driven(lab.runs(), run)
        ? `Asked ${run} to stop. What was done stays; go on with it: gal resume ${run}`
        : `Nobody drives ${run}, so there is nothing to stop.`,
    )
    return 0
  })

export const note = (io: Io, options: Options & { phase?: string }, name: string, text: string): Promise<number> =>
  withLab(options, io, (lab) => {
    const run = lab.find(name)
    const { phase } = options
    if (text.trim() === '') throw new GalError('bad-option', 'the note is empty', 'gal note latest "Prefer recent papers."')
    if (phase !== undefined && !phaseNames.includes(phase as PhaseName))
      throw new GalError(
        'bad-option',
        `there is no phase ${phase}`,
        `did you mean ${nearest(phase, phaseNames) ?? phaseNames[0]}? Phases: ${phaseNames.join(', ')}`,
      )
    lab.tell(run, { type: 'note-add', by, text: text.trim(), ...(phase === undefined ? {} : { phase: phase as PhaseName }) })
    io.out(`Noted for ${run}; ${heard(driven(lab.runs(), run), run)}.`)
    return 0
  })

/** `gal answer <run> <question> <answer>`; with one open question its name may be left out. */
export const answer = (io: Io, options: Options, name: string, ...words: string[]): Promise<number> =>
  withLab(options, io, (lab) => {
    const run = lab.find(name)
    const open = Object.values(lab.state(run).questions).filter((question) => !question.answer)
    const [question, text] =
      words.length > 1 ? [words[0] ?? '', words[1] ?? ''] : [open.length === 1 ? (open[0]?.id ?? '') : '', words[0] ?? '']
    if (question === '')
      throw new GalError(
        'unknown-question',
        `say which question of ${run} you answer`,
        open.length ? `open: ${open.map(({ id }) => id).join(', ')}` : 'it has no open question',
      )
    if (text.trim() === '') throw new GalError('bad-option', 'the answer is empty', `gal answer ${run} ${question} "go on"`)
    lab.tell(run, { type: 'answer-give', by, question, answer: text.trim() })
    io.out(`Answered; ${heard(driven(lab.runs(), run), run)}.`)
    return 0
  })
