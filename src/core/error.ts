/** The exit status of the command line for each way in which it can end. The table in docs/cli.md is checked against this. */
export const exitStatus = {
  complete: 0,
  defect: 1,
  misuse: 2,
  partial: 3,
  failed: 4,
  waiting: 5,
  machine: 6,
  interrupted: 130,
} as const

/** Every way in which gal refuses: its code, and the exit status that the code leads to. */
export const errorCodes = {
  'bad-option': 'misuse',
  'bad-config': 'misuse',
  'bad-topic': 'misuse',
  'missing-file': 'misuse',
  'missing-secret': 'misuse',
  'unknown-model': 'misuse',
  'unknown-run': 'misuse',
  'unknown-question': 'misuse',
  'already-answered': 'misuse',
  'run-ended': 'misuse',
  'run-driven': 'misuse',
  'bad-prompt': 'misuse',
  'open-bind': 'misuse',
  'bad-record': 'machine',
  'corrupt-database': 'machine',
  'newer-database': 'machine',
  'read-only': 'machine',
  'disk-full': 'machine',
  'port-taken': 'machine',
  'model-unreachable': 'machine',
  'old-node': 'machine',
  'lost-lease': 'machine',
} as const satisfies Record<string, keyof typeof exitStatus>

export type ErrorCode = keyof typeof errorCodes

/** A misuse, or a trouble of this machine, that a person can mend: one line, with a hint. Caught in cli/main.ts alone. */
export class GalError extends Error {
  readonly code: ErrorCode
  readonly hint: string | undefined
  constructor(code: ErrorCode, message: string, hint?: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'GalError'
    this.code = code
    this.hint = hint
  }
  get status(): number {
    return exitStatus[errorCodes[this.code]]
  }
}
