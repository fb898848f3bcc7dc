import { join, resolve } from 'node:path'
import type { Config } from '../lab/config.ts'

/** Where the log of all runs of a configuration lies. */
export const databaseFile = ({ runs }: Config): string => join(resolve(runs), 'gal.sqlite')
