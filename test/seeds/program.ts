import { spawn } from 'node:child_process'

export type ProgramEnd = { status: number | null; out: string }
export type Program = {
  /** All that it printed so far, on both outputs. */
  said(): string
  end: Promise<ProgramEnd>
}

/** Starts a program with nothing of this machine's environment but its PATH, and kills it when it takes too long. */
export const startProgram = (command: string, args: readonly string[], cwd: string, env: Record<string, string> = {}): Program => {
  const child = spawn(command, args, {
    cwd,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '/tmp', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 50_000,
    killSignal: 'SIGKILL',
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      said += data.toString()
    })
  const end = new Promise<ProgramEnd>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, out: said }))
  })
  return { said: () => said, end }
}
