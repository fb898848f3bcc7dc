import { benchDriver } from './driver.ts'
import { benchSandbox } from './sandbox.ts'
import { benchStore } from './store.ts'
import { benchWire } from './wire.ts'

/** `npm run bench`: every figure beside its bare counterpart in the same run; exit status 1 when a bound is missed. */
const rows = [...(await benchDriver()), ...benchStore(), ...(await benchSandbox()), ...(await benchWire())]
for (const { what, value, unit, bound } of rows) {
  const said = value >= 100 ? value.toFixed(0) : value.toPrecision(3)
  const verdict = bound === undefined ? '' : `${value <= bound ? 'holds' : 'MISSED'}, at most ${bound}`
  console.log(`${what.padEnd(50)} ${said.padStart(8)} ${unit.padEnd(6)} ${verdict}`.trimEnd())
}
if (rows.some(({ value, bound }) => bound !== undefined && value > bound)) process.exitCode = 1
