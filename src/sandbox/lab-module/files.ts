/** What programs hand their predictions in with: see read-predictions.ts. */
export const predictionsFile = 'predictions.jsonl'
/**
 * The random seeds that a program is to repeat everything for: a JSON list of whole numbers. Without it they are 0 to 4.
 */
export const seedsFile = 'seeds.json'
/** `{"seconds": 60}`: how long the program may run, counted from when this file was written, so write it last before the start. */
export const limitsFile = 'limits.json'

/** What the helper module reads and writes beside the program, but for metrics.jsonl. No program has files of these names. */
export const labFiles: readonly string[] = [predictionsFile, seedsFile, limitsFile]
