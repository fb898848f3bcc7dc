import { loadConfig } from '../../../lab/config.ts'
import { createLab } from '../../lab.ts'
import { createMachine } from '../../machine.ts'

/** A process that begins a run with a key and says what came of it: begin-once.ts <folder> <topic> <key>. */
const [, , runs = '', topic = '', key = ''] = process.argv
const { config } = loadConfig({ sets: ['model=rehearsal'], flags: { runs } })
const lab = createLab({ config, machine: createMachine({}) })
process.stdout.write(JSON.stringify(lab.beginOnce({ topic, config, key })))
lab.close()
