import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import type { Tools } from '../../../src/sandbox/index.ts'
import { testTools } from '../../../src/sandbox/sandbox.conformance.ts'

const client = fileURLToPath(new URL('./docker.mjs', import.meta.url))

/** A PATH with a `docker` on it that keeps nothing in, and what it was asked. */
export const openDockerStandIn = () => {
  const folder = mkdtempSync(join(tmpdir(), 'gal-docker-'))
  writeFileSync(join(folder, 'docker'), `#!/bin/sh\nexec '${execPath}' '${client}' "$@"\n`)
  chmodSync(join(folder, 'docker'), 0o755)
  const tools: Tools = {
    ...testTools,
    bwrapPath: '/nowhere/bwrap',
    env: { PATH: `${folder}:${testTools.env.PATH}`, DOCKER_CONFIG: folder, SECRET_KEY: 'swordfish' },
  }
  const log = join(folder, 'calls.jsonl')
  return {
    tools,
    calls: (): string[][] =>
      existsSync(log)
        ? readFileSync(log, 'utf8')
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line))
        : [],
    stopEngine: () => writeFileSync(join(folder, 'down'), ''),
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
