import { chmodSync, copyFileSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A python3 that answers as one of this version would, makes environments that hold itself, and installs nothing. It writes each of its
 * command lines down, and fails at the step that STUB_FAILS names with what STUB_SAYS says.
 */
const script = (bin: string, version: string) => `#!/bin/sh
step() { echo "$1: $2" >> ${bin}/calls; if [ "$STUB_FAILS" = "$1" ]; then echo "$STUB_SAYS"; exit 1; fi; }
case "$1 $2" in
  "-c "*) echo '["${bin}/python3", "${version}", "/usr", "/usr"]' ;;
  "-m venv") step venv "$*"; mkdir -p "$3/bin"; cp ${bin}/python3 "$3/bin/python"; cp ${bin}/python3 "$3/bin/activate" ;;
  "-m pip") echo "Collecting numpy==1.2"; step pip "$*"; case "$*" in *==*) step add "$*" ;; esac ;;
  "pip install") step uv-pip "$*" ;;
  "venv --no-project") step uv-venv "$*"; mkdir -p "$5/bin"; cp ${bin}/python3 "$5/bin/python" ;;
  "-E -s") case "$4" in
    "import numpy"*) step trial "" ;;
    *) echo '{"path": "x", "version": "${version}", "packages": {"numpy": "1.2", "scipy": "1", "pandas": "1", "scikit-learn": "1", "matplotlib": "1"}}' ;;
  esac ;;
esac
`

/** Puts a folder in order that can be the whole PATH of a setup: a python3, and uv if it is wanted. */
export const stubPython = (bin: string, { version = '3.11.7', uv = false } = {}) => {
  for (const name of ['mkdir', 'cp']) symlinkSync([`/bin/${name}`, `/usr/bin/${name}`].find(existsSync) ?? '', join(bin, name))
  writeFileSync(join(bin, 'python3'), script(bin, version))
  chmodSync(join(bin, 'python3'), 0o755)
  if (uv) copyFileSync(join(bin, 'python3'), join(bin, 'uv'))
  /** The command lines since the last call of this. */
  const calls = (): string[] => {
    const path = join(bin, 'calls')
    const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
    writeFileSync(path, '')
    return text.split('\n').filter((line) => line !== '')
  }
  return { calls }
}
