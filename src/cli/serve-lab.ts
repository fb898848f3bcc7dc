import type { Lab } from '../api/index.ts'
import { startServer } from '../transport/server.ts'
import { labControl } from './lab-control.ts'

/** Opens the lab to viewers, on the host and port of its configuration. */
export const serveLab = async (lab: Lab) => {
  const { host, port } = lab.config
  return startServer({ log: lab.log, control: labControl(lab), host, port })
}
