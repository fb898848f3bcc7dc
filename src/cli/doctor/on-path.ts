import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { searchFolders } from '../godot/search-path.ts'

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false // It is not there, or no program.
  }
}

/** The program of this name in the first folder of the PATH that has it. */
export const onPath = (name: string, path: string | undefined): string | undefined =>
  searchFolders(path)
    .map((folder) => join(folder, name))
    .find(isProgram)
