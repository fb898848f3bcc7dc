import type { Progress } from '../models/getting/progress.ts'
import type { Io } from './io.ts'
import { printable } from './printable.ts'

export type ProgressLine = {
  show(progress: Progress): void
  /** Leaves what was shown standing, so that other lines can follow. */
  end(): void
}

const width = 24

const sized = (bytes: number): string => (bytes >= 1e9 ? `${(bytes / 1e9).toFixed(2)} GB` : `${(bytes / 1e6).toFixed(1)} MB`)

const percentOf = ({ done, total }: Progress): number | undefined =>
  done === undefined || !total ? undefined : Math.min(100, Math.floor((100 * done) / total))

const amount = ({ done, total }: Progress): string => (done === undefined ? '' : total ? `${sized(done)} of ${sized(total)}` : sized(done))

const textOf = (progress: Progress, bar: boolean): string => {
  const percent = percentOf(progress)
  const filled = Math.round(((percent ?? 0) * width) / 100)
  const drawn = bar && percent !== undefined ? `[${'#'.repeat(filled)}${'-'.repeat(width - filled)}]` : undefined
  return [printable(progress.what), drawn, percent === undefined ? undefined : `${percent} %`, amount(progress)].filter(Boolean).join('  ')
}

/** On a terminal, one line that is drawn over. */
const drawn = ({ raw, columns }: Pick<Io, 'raw' | 'columns'>): ProgressLine => {
  let shown = ''
  return {
    show(progress) {
      const text = textOf(progress, true).slice(0, Math.max(20, columns - 1))
      if (text === shown) return
      shown = text
      raw(`\r\u001b[K${text}`)
    },
    end() {
      if (shown !== '') raw('\n')
      shown = ''
    },
  }
}

/** Elsewhere, a line for each thing that begins and for each tenth of it. */
const plain = ({ out }: Pick<Io, 'out'>): ProgressLine => {
  let last = ''
  return {
    show(progress) {
      const percent = percentOf(progress)
      const step = `${progress.what} ${percent === undefined ? '' : Math.floor(percent / 10)}`
      if (step === last) return
      last = step
      out(textOf(progress, false))
    },
    end: () => undefined,
  }
}

/** Shows how far something is, in the way that suits where it is printed. */
export const createProgressLine = (io: Io): ProgressLine => (io.isTerminal ? drawn(io) : plain(io))
