import { join } from 'node:path'
import { findGodot, type Godot, howToGetGodot } from '../../src/cli/godot/find-godot.ts'
import { importProject, isImported } from '../../src/cli/godot/viewer-project.ts'

/** The viewer's sources. */
export const project = join(import.meta.dirname, '../../godot')

/** Godot, with the project imported; ends the process with two lines where there is none. */
export const godotHere = async (): Promise<Godot> => {
  const found = await findGodot(process.env)
  if ('problem' in found) {
    console.error(`${found.problem}\n  ${howToGetGodot}`)
    return process.exit(6)
  }
  if (!isImported(project, found)) await importProject(found, project, process.env)
  return found
}

/** The same in a window on an X server of its own, for what must be drawn; two lines where that is not to be had. */
export const windowedHere = async (): Promise<Godot & { windowed: string }> => {
  const godot = await godotHere()
  const { windowed } = godot
  if (windowed === undefined) {
    console.error(`${godot.path} has no godot-xvfb beside it, which draws without a screen\n  npm run setup:godot makes one, on Debian`)
    return process.exit(6)
  }
  return { ...godot, windowed }
}
