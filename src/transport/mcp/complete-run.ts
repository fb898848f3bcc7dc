import type { LabControl } from '../lab-control.ts'

/** Names of runs that go on from what was typed, the newest first. */
export const completeRun =
  (control: LabControl) =>
  (begun: string): string[] =>
    control
      .runs()
      .map(({ run }) => run)
      .filter((run) => run.startsWith(begun))
      .reverse()
