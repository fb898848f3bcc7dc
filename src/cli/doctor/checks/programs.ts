import { runProcess } from '../../../process/run-process.ts'
import type { Check } from '../check.ts'
import { broken, missing, ok } from '../finding.ts'
import { onPath } from '../on-path.ts'

const isAbsent = (problem: string): boolean => /could not be started: there is no such program|there is no bubblewrap/.test(problem)

export const sandbox: Check = {
  id: 'sandbox',
  name: 'sandbox',
  async run({ machine, loaded }, signal) {
    const { probeBubblewrap } = await import('../../../sandbox/index.ts')
    const probe = await probeBubblewrap(machine.tools, signal)
    const about = { id: 'sandbox', name: 'sandbox', needed: loaded.config.model !== 'rehearsal' }
    if ('problem' in probe) {
      const what = `programs of a model are refused: ${probe.problem}`
      return [(isAbsent(probe.problem) ? missing : broken)({ ...about, fix: probe.hint }, what)]
    }
    return [ok(about, 'bubblewrap works: programs of a model are run in it, without a network')]
  },
}

/** What programs of experiments are most often written with, and what Debian calls it. */
const packages = {
  numpy: 'python3-numpy',
  scipy: 'python3-scipy',
  pandas: 'python3-pandas',
  'scikit-learn': 'python3-sklearn',
  matplotlib: 'python3-matplotlib',
}
const names = Object.keys(packages) as (keyof typeof packages)[]

export const python: Check = {
  id: 'python',
  name: 'python',
  async run({ machine, loaded }, signal) {
    const { describePython } = await import('../../../sandbox/index.ts')
    const found = await describePython(machine.tools, names, signal)
    const { language } = loaded.config.experiments
    const about = { id: 'python', name: 'python', needed: language === 'python' && loaded.config.model !== 'rehearsal' }
    const packageOf = (name: keyof typeof packages) => ({
      id: `python.${name}`,
      name,
      fix: `python3 -m pip install ${name} (or apt-get install ${packages[name]}), into the Python that is named above`,
    })
    if ('problem' in found) {
      const fix = 'install Python 3, or set experiments.language to javascript'
      const itself = (isAbsent(found.problem) ? missing : broken)({ ...about, fix }, found.problem)
      return [itself, ...names.map((name) => missing(packageOf(name), 'there is no Python to have it'))]
    }
    return [
      ok(about, `Python ${found.version} at ${found.path}`),
      ...names.map((name) => {
        const version = found.packages[name]
        return version
          ? ok(packageOf(name), `${name} ${version}`)
          : missing(packageOf(name), `programs can do without ${name}, and are told so`)
      }),
    ]
  },
}

export const godot: Check = {
  id: 'godot',
  name: 'godot',
  async run({ io }, signal) {
    const { findGodot, howToGetGodot } = await import('../../godot/find-godot.ts')
    const found = await findGodot(io.env, signal)
    const about = { id: 'godot', name: 'godot', fix: howToGetGodot }
    if (!('problem' in found)) return [ok(about, `Godot ${found.version} at ${found.path}`)]
    return [missing(about, `gal view needs Godot: ${found.problem}`)]
  },
}

/** The first that is there is tried. */
const texPrograms = ['tectonic', 'pdflatex', 'xelatex', 'lualatex'] as const

export const tex: Check = {
  id: 'tex',
  name: 'tex',
  async run({ machine, io }, signal) {
    const about = {
      id: 'tex',
      name: 'tex',
      fix: 'install tectonic, or apt-get install texlive-latex-extra; only a PDF made by LaTeX wants it',
    }
    const command = texPrograms.map((name) => onPath(name, io.env.PATH)).find((path) => path !== undefined)
    if (command === undefined) return [missing(about, `none of ${texPrograms.join(', ')} is on the PATH`)]
    const spec = { command, args: ['--version'], cwd: '/', env: machine.tools.env, seconds: 20, outputChars: 2000 }
    const { exitCode, output } = await runProcess(spec, signal, () => undefined)
    const [first = ''] = output.trim().split('\n', 1)
    return [
      exitCode === 0 ? ok(about, `${first || 'it runs'}, at ${command}`) : broken(about, `${command} is there and does not run: ${first}`),
    ]
  },
}
