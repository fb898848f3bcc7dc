import type { Lab } from '../../api/index.ts'
import { GalError } from '../../core/error.ts'
import { type PhaseName, phaseNames } from '../../core/names.ts'
import { nearest } from '../../core/nearest.ts'
import type { Io } from '../io.ts'
import { type Options, withLab } from '../options.ts'

const by = 'cli'

/** Whether somebody drives a run now; asked before the word is put on the log, because it may end the run. */
const isDriven = (lab: Lab, run: string): boolean => lab.runs().some((row) => row.run === run && row.driver !== null)

const heard = (driven: boolean, run: string) =>
  driven ? 'its driver hears it now' : `nobody drives it now; it counts when somebody does: gal resume ${run}`

const ask =
  (type: 'pause-ask' | 'stop-ask', word: string) =>
  (io: Io, options: Options, name = 'latest'): Promise<number> =>
    withLab(options, io, (lab) => {
      const run = lab.find(name)
      const driven = isDriven(lab, run)
      lab.tell(run, { type, by })
      io.out(
        driven
          ? `Asked ${run} to ${word}. Go on with it: gal resume ${run}`
          : `Nobody drives ${run} at the moment. Go on with it: gal resume ${run}`,
      )
      return 0
    })

export const pause = ask('pause-ask', 'pause')
export const stop = ask('stop-ask', 'stop')

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
    const driven = isDriven(lab, run)
    lab.tell(run, { type: 'note-add', by, text: text.trim(), ...(phase === undefined ? {} : { phase: phase as PhaseName }) })
    const rehearsed = lab.state(run).model.startsWith('rehearsal')
    io.out(
      rehearsed
        ? `Noted for ${run}. A rehearsal keeps notes on the record, but cannot follow them.`
        : `Noted for ${run}; ${heard(driven, run)}.`,
    )
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
    const driven = isDriven(lab, run)
    lab.tell(run, { type: 'answer-give', by, question, answer: text.trim() })
    io.out(`Answered; ${heard(driven, run)}.`)
    return 0
  })
