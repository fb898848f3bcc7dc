import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { GalError } from '../../core/error.ts'
import type { Godot } from './find-godot.ts'
import { runGodot } from './run-godot.ts'
import { copyViewer } from './viewer-copy.ts'

/** The viewer's project as it comes with gal. */
export const packagedProject = join(import.meta.dirname, '../../../godot')

const mayWrite = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false // Another user installed it, or the disk is read-only.
  }
}

/**
 * A folder with the viewer's project in which Godot may keep its imports: where it is, or else a copy in `cache`, one for each version
 * of gal. What npm installed is never written to.
 */
export const openProject = (packaged: string, cache: string, version: string): string => {
  if (!packaged.split(sep).includes('node_modules') && mayWrite(packaged)) return packaged
  return copyViewer(packaged, cache, version)
}

const stampOf = (project: string): string => join(project, '.godot/gal-imported')

const newest = (project: string): number =>
  Math.max(
    ...readdirSync(project, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes(`${sep}.godot`) && /\.(gd|tscn|woff2|svg|godot)$/.test(entry.name))
      .map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs),
  )

/** Whether Godot has seen the project as it is now. */
export const isImported = (project: string, { version }: Pick<Godot, 'version'>): boolean => {
  const stamp = stampOf(project)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === version && statSync(stamp).mtimeMs >= newest(project)
}

/** Lets Godot make what it needs beside the sources: names of classes, fonts in its own format. Some seconds. */
export const importProject = async (godot: Godot, project: string, env: Readonly<Record<string, string | undefined>>): Promise<void> => {
  // Godot ends with 0 whatever came of it, so it is looked for what it was to make.
  const { output } = await runGodot(godot.path, ['--headless', '--path', project, '--import'], { env, seconds: 180 })
  if (!existsSync(join(project, '.godot/global_script_class_cache.cfg')))
    throw new GalError(
      'no-viewer',
      `Godot could not import the viewer's project in ${project}`,
      output.trim().split('\n').slice(-5).join('\n'),
    )
  writeFileSync(stampOf(project), godot.version)
}
