import { patience, runChecks } from '../doctor/check.ts'
import { checks } from '../doctor/checks/index.ts'
import { givenFor } from '../doctor/given.ts'
import { mend } from '../doctor/mend.ts'
import { renderFindings } from '../doctor/render.ts'
import type { Io } from '../io.ts'
import type { Options } from '../options.ts'
import { printableJson } from '../printable-json.ts'

type DoctorOptions = Options & { fix?: boolean }

/** Tries what this machine can do within so many milliseconds; with `fix`, mends what it can and tries again. */
export const doctorWithin = async (ms: number, io: Io, options: DoctorOptions): Promise<number> => {
  const given = givenFor(io, options)
  const first = await runChecks(checks, given, ms)
  if (options.fix) await mend(given, first, options.json ? io.err : io.out)
  const found = options.fix ? await runChecks(checks, given, ms) : first
  if (options.json) io.out(printableJson(JSON.stringify(found, null, 2)))
  else for (const line of renderFindings(found)) io.out(line)
  return 0
}

/** The same within the five seconds of the command. What is missing is no failure: a rehearsal needs nothing of it, so the exit status is 0. */
export const doctor = (io: Io, options: DoctorOptions): Promise<number> => doctorWithin(patience(), io, options)
