import type { RunSummary } from '../../../../src/transport/lab-control.ts'
import { phaseTicks, type Tick } from './phase-ticks.ts'

const classes: Readonly<Record<Tick, string>> = { past: 'past', done: '', now: 'now', wait: 'wait', bad: 'bad', none: 'none' }

/** Seven ticks a line, one line an attempt. The words beside it say the same. */
export const Ministrip = ({ summary }: { summary: RunSummary }) => (
  <span className="ministrip" aria-hidden="true">
    {phaseTicks(summary).map((line, attempt) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines and ticks are places, and stay where they are.
      <span key={attempt}>
        {line.map((tick, phase) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <i key={phase} className={classes[tick]} />
        ))}
      </span>
    ))}
  </span>
)
