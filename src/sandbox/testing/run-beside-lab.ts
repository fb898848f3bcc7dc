import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProcess } from '../../process/run-process.ts'
import type { Language } from '../sandbox.ts'

const names: Record<Language, { main: string; lab: string }> = {
  javascript: { main: 'main.mjs', lab: 'lab.mjs' },
  python: { main: 'main.py', lab: 'lab.py' },
}

export type Beside = { language: Language; python?: string; folder: string; files?: Readonly<Record<string, string>> }

/** Runs code in a folder with the helper module and these files beside it, without any sandbox: only for code that a test wrote. */
export const runBesideLab = async ({ language, python = 'python3', folder, files = {} }: Beside, code: string) => {
  const { main, lab } = names[language]
  for (const [name, text] of Object.entries({ ...files, [main]: code })) writeFileSync(join(folder, name), text)
  copyFileSync(join(import.meta.dirname, '../lab-module', lab), join(folder, lab))
  const command = language === 'python' ? python : process.execPath
  const args = language === 'python' ? ['-B', '-X', 'utf8', main] : [main]
  const spec = { command, args, cwd: folder, env: { PATH: process.env.PATH ?? '' }, seconds: 60, outputChars: 10_000 }
  const { output, exitCode } = await runProcess(spec, AbortSignal.any([]), () => undefined)
  const read = (name: string): string | undefined => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined)
  return { output, exitCode, read }
}
