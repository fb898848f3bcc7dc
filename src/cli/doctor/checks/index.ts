import type { Check } from '../check.ts'
import { config } from './config.ts'
import { gpu } from './gpu.ts'
import { disk, node, runs, sqlite } from './machine.ts'
import { images, model } from './models.ts'
import { network, port } from './network.ts'
import { godot, python, sandbox, tex } from './programs.ts'
import { secrets } from './secrets.ts'
import { servers } from './servers.ts'

/** Everything that gal doctor tries, in the order in which it tells of it. */
export const checks: readonly Check[] = [
  node,
  sqlite,
  config,
  runs,
  disk,
  port,
  model,
  images,
  servers,
  gpu,
  sandbox,
  python,
  godot,
  tex,
  network,
  secrets,
]
