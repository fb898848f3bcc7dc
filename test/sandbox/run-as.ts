import { execFileSync } from 'node:child_process'
import { execPath } from 'node:process'
import { createBubblewrap } from '../../src/sandbox/bubblewrap.ts'
import type { Tools } from '../../src/sandbox/index.ts'
import { type Probe, probeBubblewrap } from '../../src/sandbox/probe-bubblewrap.ts'
import { testTools } from '../../src/sandbox/sandbox.conformance.ts'
import type { Program, ProgramResult, RunSettings } from '../../src/sandbox/sandbox.ts'

/** Somebody who runs gal: programs are run for them in bubblewrap. */
export type Somebody = {
  name: string
  /** Their number, or that of who runs the tests. */
  uid?: number
  probe(): Promise<Probe>
  run(program: Program, settings: RunSettings): Promise<ProgramResult>
}

/** A secret that gal has in its environment. */
const withSecret = (tools: Tools): Tools => ({ ...tools, env: { ...tools.env, SECRET_KEY: 'swordfish' } })

export const self: Somebody = {
  name: process.getuid?.() === 0 ? 'root' : 'the user',
  probe: () => probeBubblewrap(testTools),
  run: (program, settings) => createBubblewrap(withSecret(testTools)).run(program, settings, AbortSignal.any([]), () => undefined),
}

const uid = 65533
/** The system's own Python: another may lie in root's home, where nobody else finds it. */
const plainTools: Tools = withSecret({ ...testTools, pythonPath: '/usr/bin/python3', env: { PATH: '/usr/bin:/bin' } })
const urlOf = (path: string) => JSON.stringify(new URL(`../../src/sandbox/${path}`, import.meta.url).href)

/** Asks a process of its own, which belongs to a plain user; what it answers is JSON. */
const asPlain = <T>(expression: string): T =>
  JSON.parse(
    execFileSync(
      execPath,
      [
        ...['--input-type=module', '--eval'],
        `import { createBubblewrap } from ${urlOf('bubblewrap.ts')}
import { probeBubblewrap } from ${urlOf('probe-bubblewrap.ts')}
const tools = ${JSON.stringify(plainTools)}
process.stdout.write(JSON.stringify(await (${expression})))`,
      ],
      { encoding: 'utf8', env: { SECRET_KEY: 'swordfish' }, cwd: '/', uid, gid: uid },
    ),
  )

/** What root alone can try: somebody who is not root. */
export const plain: Somebody = {
  name: 'a plain user',
  uid,
  probe: async () => asPlain<Probe>('probeBubblewrap(tools)'),
  run: async (program, settings) =>
    asPlain<ProgramResult>(
      `createBubblewrap(tools).run(${JSON.stringify(program)}, ${JSON.stringify(settings)}, AbortSignal.any([]), () => undefined)`,
    ),
}
