import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from '../../api/cache-folder.ts'
import { exitStatus, GalError } from '../../core/error.ts'
import { findPackage, importAlsoFrom } from '../../models/load-package.ts'
import { runProcess } from '../../process/run-process.ts'
import type { Io } from '../io.ts'
import { printable } from '../printable.ts'
import { environmentOf } from './environment-of.ts'

/** What was tried with gal. */
const version = '3.22.1'

/** The part of node-llama-cpp that is made for a kind of machine, for its processor or, on a Mac, for Metal. */
const platforms: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-armv7l',
  'darwin-arm64': 'mac-arm64-metal',
  'darwin-x64': 'mac-x64',
  'win32-x64': 'win-x64',
  'win32-arm64': 'win-arm64',
}

/** npm's own arguments. Without --omit=optional it would fetch what every kind of graphics card needs as well: 725 MB in place of 85. */
const argsFor = (folder: string, platform: string): string[] => [
  'install',
  '--prefix',
  folder,
  '--omit=optional',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  `node-llama-cpp@${version}`,
  `@node-llama-cpp/${platform}@${version}`,
]

const npm = (args: string[]): { command: string; args: string[] } =>
  process.platform === 'win32' ? { command: 'cmd.exe', args: ['/d', '/c', 'npm', ...args] } : { command: 'npm', args }

/** Installs the package that runs GGUF files in gal itself, for this machine. */
export const setupLlama = async (io: Io): Promise<number> => {
  const platform = platforms[`${process.platform}-${process.arch}`]
  if (platform === undefined)
    throw new GalError('bad-option', `node-llama-cpp is not made for ${process.platform} on ${process.arch}`, 'run the model in Ollama')
  const folder = join(cacheFolder(io.env), 'packages')
  mkdirSync(folder, { recursive: true })
  // Without one of its own, npm would install beside the package.json of a folder above.
  if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  io.out(`Installing node-llama-cpp ${version} into ${folder} (85 MB) …`)
  const ended = await runProcess(
    { ...npm(argsFor(folder, platform)), cwd: folder, env: environmentOf(io), seconds: 900, outputChars: 4000 },
    io.interrupt,
    () => undefined,
  )
  if (ended.cancelled) return exitStatus.interrupted
  const said = ended.spawnError ?? ended.output.split('\n').findLast((line) => /error/i.test(line)) ?? 'it took too long'
  if (ended.exitCode !== 0)
    throw new GalError(
      'model-not-got',
      `npm could not install it: ${printable(said)}`,
      `by hand: npm ${argsFor(folder, platform).join(' ')}`,
    )
  if ((await findPackage('node-llama-cpp', importAlsoFrom(folder))) === undefined)
    throw new GalError('model-not-got', `npm said it was done, but ${folder} has no node-llama-cpp`)
  io.out('GGUF files can be run now: gal models pull https://…/model.gguf, then gal run "<topic>" --model llama:model.gguf')
  return exitStatus.complete
}
