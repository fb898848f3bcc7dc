import type { Lab } from '../../api/index.ts'
import type { Io } from '../io.ts'
import { printable } from '../printable.ts'
import { describe } from './describe.ts'
import { createFollower } from './follow.ts'
import { createPaint } from './paint.ts'
import { renderPanel } from './panel/render-panel.ts'
import { createScreen } from './screen.ts'
import { attend, createStage, hear } from './stage.ts'
import { storyLines } from './story-line.ts'
import { textsOf } from './texts/index.ts'
import type { View } from './view.ts'

/** Milliseconds between two drawings: at least while things happen, and at most, so that clocks go on. */
const soonest = 100
const latest = 1000

/** The story of a run in plain lines, and below it a panel that shows what happens now. `now` gives milliseconds. */
export const createLiveView = (io: Io, lab: Lab, run: string, now: () => number): View => {
  const follower = createFollower(lab, run)
  const { language } = lab.config.ui
  const texts = textsOf[language]
  const paint = createPaint(io)
  const stage = createStage()
  const screen = createScreen(io)
  let story: string[] = []
  let drawnAt = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | undefined
  let due = Number.POSITIVE_INFINITY
  let closed = false

  const draw = (): void => {
    const { columns, rows } = io
    screen.draw(story, renderPanel(follower.state, stage, { run, columns, rows, now: now(), language, paint }))
    story = []
    drawnAt = now()
    due = Number.POSITIVE_INFINITY
    drawBy(drawnAt + latest)
  }
  const drawBy = (moment: number): void => {
    if (closed || moment >= due) return
    clearTimeout(timer)
    due = moment
    timer = setTimeout(draw, Math.max(0, moment - now())).unref()
  }
  const drawSoon = (): void => drawBy(Math.max(now(), drawnAt + soonest))

  const close = (): void => {
    if (closed) return
    closed = true
    clearTimeout(timer)
    process.off('exit', close)
    screen.draw(story, [])
    screen.close()
  }
  // A second Ctrl-C ends the process at once: the cursor must come back all the same.
  process.once('exit', close)

  return {
    onStored(stored) {
      for (const { stored: row, news } of follower.take(stored)) {
        attend(stage, row.event, now())
        const told = news ? describe(row.event, run, follower.state, texts) : undefined
        if (told) story.push(...storyLines(told, follower.state, texts, io.columns, paint))
      }
      drawSoon()
    },
    onSignal(signal) {
      hear(stage, signal)
      drawSoon()
    },
    onProblem(message) {
      story.push(paint('yellow', `gal: ${printable(message)}`))
      drawSoon()
    },
    close,
  }
}
