import { existsSync } from 'node:fs'
import { describe } from 'vitest'
import { resistsAttacks } from './attacks.conformance.ts'
import { plain } from './run-as.ts'

/** Root's programs are given to another user, and a plain user's are not: two ways to keep in. `npm test` tries that of who runs it, root can try the other. */
const can = process.getuid?.() === 0 && existsSync('/usr/bin/python3')

if (can) await resistsAttacks(plain)
else describe.skip('of a plain user, a program in bubblewrap (skipped: needs root, and the system’s own python3)', () => undefined)
