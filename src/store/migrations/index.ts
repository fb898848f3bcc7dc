import { start } from './001-start.ts'

/**
 * The steps from an empty file to the present form, in order: step n brings a database from user_version n to n + 1.
 * A step that has been released is never changed; a change is a new step at the end.
 */
export const migrations: readonly string[] = [start]
