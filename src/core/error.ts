/** The exit status of the command line for each way in which it can end. Scripts rely on these numbers: they do not change. */
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
type ExitName = keyof typeof exitStatus

/** What each exit status means, for the page about the command line. */
export const exitMeanings: Readonly<Record<ExitName, string>> = {
  complete: 'The command did what it was asked; a run ended complete.',
  defect: 'A defect in gal. Please report it; `gal resume` goes on with the run.',
  misuse: 'The command, the configuration or the topic cannot be used as given. The line printed says what to write instead.',
  partial: 'The run ended with a report that lacks something; the report says what and why.',
  failed: 'The run ended without what it was for, such as a program that ran; the report says why.',
  waiting: 'The run was paused or stopped, or waits for an answer. `gal resume` goes on with it.',
  machine: 'This machine was in the way: a full disk, a taken port, a model that cannot be reached. Mend it, then `gal resume`.',
  interrupted: 'Ctrl-C. Everything so far is kept, and the command that goes on with the run is printed.',
}

const misuse = (means: string) => ({ status: 'misuse', means }) as const
const machine = (means: string) => ({ status: 'machine', means }) as const
/** The same may work a little later, without any change. */
const passing = (means: string) => ({ status: 'machine', means, retryable: true }) as const

/** Every way in which gal refuses: its code, the exit status that the code leads to, and what it means, in one sentence. */
export const errorCodes = {
  'bad-option': misuse('An option or an argument of a command has a value that cannot be used.'),
  'bad-config': misuse('The configuration has keys or values that cannot be used; every one of them is named with its place.'),
  'bad-topic': misuse('The topic is missing, empty or too long.'),
  'missing-file': misuse('A file that was named, or that the command needs, is not there.'),
  'missing-secret': misuse('The environment variable that should hold a key for the model server is not set.'),
  'missing-package': misuse('A package that only some people need, and this model does, is not installed; the hint installs it.'),
  'unknown-model': misuse('There is no such provider, or the provider has no model of that name.'),
  'bad-modelfile': misuse('A Modelfile cannot be read; the line that is wrong is named.'),
  'unknown-run': misuse('There is no run of that name in the folder of runs.'),
  'unknown-question': misuse('The run has asked no such question, or it has several open and none was named.'),
  'already-answered': misuse('Somebody answered the question before; the first answer counts.'),
  'run-ended': misuse('The run has ended, so it hears nothing more.'),
  'run-driven': misuse('Another process is driving the run.'),
  'key-reused': misuse('The idempotency key has begun a run on another topic before.'),
  'not-here': misuse('This process does not begin or take up runs: it drives one, or it is closing.'),
  'unknown-agent': misuse('There is no agent of that id: neither a role nor one of the configuration.'),
  'read-only-token': misuse('The token that was shown allows looking only.'),
  'bad-prompt': misuse('A prompt file lacks a text, or has a slot that nobody fills.'),
  'open-bind': misuse('The host can be reached by others, and no token guards it.'),
  'bad-record': machine('The record of a run cannot be read or was changed outside gal.'),
  'corrupt-database': machine('The database of runs is damaged, or belongs to another program.'),
  'newer-database': machine('The database of runs was written by a newer gal.'),
  'read-only': machine('The folder of runs, or the database in it, may not be written to.'),
  'disk-full': machine('The disk is full; what was stored so far is kept.'),
  'database-busy': passing('Another process kept the database locked for too long.'),
  'port-taken': machine('Another program listens on the port.'),
  'model-unreachable': passing('The model server does not answer.'),
  'model-not-got': machine('A model could not be fetched or made; nothing was left that looks like a whole one.'),
  'model-unavailable': passing('No language model can be asked for a text: none is configured, or its server does not answer.'),
  'bad-answer': machine('The model gave an answer that cannot be used, and again when it was told what was wrong.'),
  'sources-unavailable': passing('None of the sources of papers could be asked.'),
  'too-many-runs': passing('This process drives as many runs at once as it may.'),
  'no-viewer': machine('The viewer cannot be opened: Godot is missing or too old, it ended in an error, or there is no display.'),
  'old-node': machine('The Node that runs gal is too old.'),
  'lost-lease': machine('Another process took the run over, because this one seemed to be dead.'),
} as const satisfies Record<string, { status: ExitName; means: string; retryable?: true }>

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
    return exitStatus[errorCodes[this.code].status]
  }
  /** Whether the same may work a little later, without any change. */
  get retryable(): boolean {
    return 'retryable' in errorCodes[this.code]
  }
}
