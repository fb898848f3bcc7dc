import { GalError } from '../../core/error.ts'

/** A refusal of the lab as a model reads it: its code, what happened, what to do. */
export const saidOf = ({ code, message, hint }: GalError): string => `${code}: ${message}${hint === undefined ? '' : `\n${hint}`}`

/** What is told of an error: a refusal in its own words; a defect is told to `onDefect` alone. */
export const told = (error: unknown, onDefect: (error: unknown) => void): string => {
  if (error instanceof GalError) return saidOf(error)
  onDefect(error)
  return 'defect: this failed by a defect in gal; what gal printed says more'
}
