import { delimiter, isAbsolute } from 'node:path'

/** The folders of a PATH that are the same from wherever a program is started: relative ones, and the empty one, could lead anywhere. */
export const searchFolders = (path: string | undefined): string[] => (path ?? '').split(delimiter).filter((folder) => isAbsolute(folder))
