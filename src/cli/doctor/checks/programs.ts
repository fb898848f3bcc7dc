import { cacheFolder } from '../../../api/cache-folder.ts'
import { runProcess } from '../../../process/run-process.ts'
import type { Check } from '../check.ts'
import { broken, missing, ok } from '../finding.ts'
import { onPath } from '../on-path.ts'

const isAbsent = (problem: string): boolean => /could not be started: there is no such program|there is no bubblewrap/.test(problem)

export const sandbox: Check = {
  id: 'sandbox',
  name: 'sandbox',
  async run({ machine, loaded }, signal) {
    const [{ probeSandbox }, { sandboxOf }] = await Promise.all([import('../../../sandbox/index.ts'), import('../../../api/sandbox-of.ts')])
    const probe = await probeSandbox(machine.tools, sandboxOf(loaded.config, machine), signal)
    const about = { id: 'sandbox', name: 'sandbox', needed: loaded.config.model !== 'rehearsal' }
    if ('problem' in probe) {
      const what = `programs of a model are refused: ${probe.problem}`
      return [(isAbsent(probe.problem) ? missing : broken)({ ...about, fix: probe.hint }, what)]
    }
    return [ok(about, `${probe.name} works: programs of a model are run in it, without a network`)]
  },
}

/** How to get what the Python of programs lacks: it is the one that gal makes, unless somebody chose another. */
const fixFor = (name: string, chosen: string, made: string): string => {
  if (chosen === made) return 'npx gal setup python --again'
  if (chosen === 'python3') return 'npx gal setup python'
  return `${chosen} -m pip install ${name}; or leave the choice to gal (unset GAL_PYTHON), and npx gal setup python`
}

export const python: Check = {
  id: 'python',
  name: 'python',
  async run({ io, machine, loaded }, signal) {
    const { choosePython, pythonFolder, pythonOf } = await import('../../../sandbox/choose-python.ts')
    const { corePackages, describePython, packagesToTell } = await import('../../../sandbox/python-packages.ts')
    const { pythonPath } = machine.tools
    const found = await describePython(machine.tools, packagesToTell(loaded.config.experiments.packages), signal)
    const { language } = loaded.config.experiments
    const about = { id: 'python', name: 'python', needed: language === 'python' && loaded.config.model !== 'rehearsal' }
    const cache = cacheFolder(io.env)
    const packageOf = (name: string) => ({ id: `python.${name}`, name, fix: fixFor(name, pythonPath, pythonOf(pythonFolder(cache))) })
    if ('problem' in found) {
      const fix =
        'apt-get install python3 python3-venv (or install uv, which fetches a Python), then npx gal setup python; or set experiments.language to javascript'
      const itself = (isAbsent(found.problem) ? missing : broken)({ ...about, fix }, found.problem)
      return [itself, ...corePackages.map((name) => missing(packageOf(name), 'there is no Python to have it'))]
    }
    const chosen = choosePython(io.env, cache, undefined)
    const why = chosen.path === pythonPath ? ` (${chosen.why})` : ''
    const further = Object.entries(found.packages).filter(([name, version]) => version && !corePackages.some((one) => one === name))
    const besides = further.length === 0 ? '' : `; besides what is listed, with ${further.map((one) => one.join(' ')).join(', ')}`
    return [
      ok(about, `Python ${found.version} at ${found.path}${why}${besides}`),
      ...corePackages.map((name) => {
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
