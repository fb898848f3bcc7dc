import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLimits } from './limits.ts'

test('what a program says of its own folder does not tell where that lies', async () => {
  const above = mkdtempSync(join(tmpdir(), 'gal-folder-'))
  const tools = { nodePath: process.execPath, pythonPath: 'python3', bwrapPath: 'bwrap', env: { PATH: process.env.PATH ?? '' } }
  const settings = { folder: join(above, 'somewhere'), seconds: 20, memoryMiB: 256, outputChars: 4000 }
  const program = { language: 'javascript' as const, files: { 'main.mjs': 'console.log(process.cwd())\nnothing()\n' } }
  const { output, fault } = await createLimits({ ...tools, trusts: () => true }).run(
    program,
    settings,
    new AbortController().signal,
    () => undefined,
  )
  rmSync(above, { recursive: true })
  expect(fault?.kind).toBe('exit-code')
  expect(output).toContain('/lab/main.mjs:2')
  expect(output).not.toContain('somewhere')
})
