import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { root } from '../support/gal.ts'

/** Writes programs that stand in for real ones, each a script of sh; gives a PATH on which they are found first. */
export const standIns = (folder: string, programs: Readonly<Record<string, string>>): string => {
  const bin = join(folder, 'bin')
  mkdirSync(bin, { recursive: true })
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${text}`)
    chmodSync(join(bin, name), 0o755)
  }
  return `${bin}${delimiter}${process.env.PATH ?? ''}`
}

export type Program = { child: ChildProcess; said(): string; ended: Promise<number | null> }

/** Starts a program, with this environment and nothing else of it; it is killed when the test ends. */
export const start = (command: string, args: readonly string[], env: Readonly<Record<string, string>>, cwd = root): Program => {
  const child = spawn(command, args, { cwd, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      said += data.toString()
    })
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, said: () => said, ended: once(child, 'close').then(([status]) => status as number | null) }
}
