import { GalError } from '../../core/error.ts'
import type { Access } from '../access.ts'
import type { LabControl } from '../lab-control.ts'

export const readOnlyToken = (): GalError =>
  new GalError('read-only-token', 'this token allows looking only', 'use the other token that was printed when the server started')

const refuse = (): never => {
  throw readOnlyToken()
}

/** What an audience gets: the same lab, in which nothing can be changed and nothing is spent. */
const watchOnly = (control: LabControl): LabControl => ({
  ...control,
  start: async () => refuse(),
  resume: async () => refuse(),
  pause: refuse,
  stop: refuse,
  note: refuse,
  answer: refuse,
  execute: async () => refuse(),
  searchPapers: async () => refuse(),
  text: async () => refuse(),
  ...(control.image ? { image: async () => refuse() } : {}),
})

/** The lab as somebody with this access may use it. */
export const controlFor = (control: LabControl): ((access: Access | undefined) => LabControl) => {
  const readOnly = watchOnly(control)
  return (access) => (access === 'full' ? control : readOnly)
}
