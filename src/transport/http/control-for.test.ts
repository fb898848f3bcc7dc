import { expect, test } from 'vitest'
import type { LabControl } from '../lab-control.ts'
import { standInControl } from '../testing/stand-in-control.ts'
import { controlFor } from './control-for.ts'

type Call = {
  [Name in keyof LabControl]-?: NonNullable<LabControl[Name]> extends (...input: never[]) => unknown ? Name : never
}[keyof LabControl]

/** Every call that there is. A new one is a line here, and a decision. */
const calls: Readonly<Record<Call, { looks: boolean; call(control: LabControl): unknown }>> = {
  runs: { looks: true, call: (control) => control.runs() },
  run: { looks: true, call: (control) => control.run('r') },
  state: { looks: true, call: (control) => control.state('r') },
  artifact: { looks: true, call: (control) => control.artifact('r', 'a') },
  agents: { looks: true, call: (control) => control.agents() },
  searchPapers: { looks: false, call: (control) => control.searchPapers('x', 1) },
  start: { looks: false, call: (control) => control.start({ topic: 'x', by: 'test' }) },
  resume: { looks: false, call: (control) => control.resume('r', 'test') },
  pause: { looks: false, call: (control) => control.pause('r', 'test') },
  stop: { looks: false, call: (control) => control.stop('r', 'test') },
  note: { looks: false, call: (control) => control.note('r', 'test', 'x') },
  answer: { looks: false, call: (control) => control.answer('r', 'test', 'q', 'a') },
  execute: { looks: false, call: (control) => control.execute('a', 'test') },
  text: { looks: false, call: (control) => control.text('x', 1) },
  image: { looks: false, call: (control) => control.image?.('x') },
}

const refusalIn = async (call: () => unknown): Promise<unknown> => {
  try {
    await call()
    return undefined
  } catch (error) {
    return (error as { code?: string }).code
  }
}

test.each(['read-only', undefined] as const)('an audience changes and spends nothing, whatever it calls (%s)', async (access) => {
  const forAccess = controlFor(standInControl({ image: async () => ({ image: '', type: 'image/png', model: 'stand-in' }) }))
  for (const [name, { looks, call }] of Object.entries(calls)) {
    const refused = (await refusalIn(() => call(forAccess(access)))) === 'read-only-token'
    expect([name, refused]).toEqual([name, !looks])
    expect([name, await refusalIn(() => call(forAccess('full')))]).not.toEqual([name, 'read-only-token'])
  }
})
