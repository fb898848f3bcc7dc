import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * Writes the file of versions and hashes that `gal setup python` installs from, with the newest that fit together, and tries that
 * every Python on every system finds wheels for all of it. Needs uv (`UV=/path/to/uv` where it is not on the PATH) and the network.
 */
const packages = join(import.meta.dirname, 'packages.in')
const pinned = join(import.meta.dirname, '../../src/cli/setup/requirements.txt')

const versions = ['3.10', '3.11', '3.12', '3.13', '3.14']
const platforms = [
  'x86_64-unknown-linux-gnu',
  'aarch64-unknown-linux-gnu',
  'x86_64-apple-darwin',
  'aarch64-apple-darwin',
  'x86_64-pc-windows-msvc',
]

const compile = (...args: string[]): void => {
  const { status, stderr, error } = spawnSync(
    process.env.UV ?? 'uv',
    ['pip', 'compile', '--quiet', '--only-binary', ':all:', '--no-header', '--no-annotate', ...args],
    { encoding: 'utf8' },
  )
  if (error) throw error
  if (status !== 0) throw new Error(`uv pip compile ${args.join(' ')}: ${stderr}`)
}

compile(packages, '--universal', '--generate-hashes', '--upgrade', '--python-version', versions[0] ?? '', '--output-file', pinned)
for (const version of versions)
  for (const platform of platforms) {
    compile(pinned, '--python-version', version, '--python-platform', platform, '--output-file', '-')
    console.log(`Python ${version} on ${platform}: all there`)
  }
