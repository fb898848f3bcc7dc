import { resistsAttacks } from './attacks.conformance.ts'
import { self } from './run-as.ts'

await resistsAttacks(self)
