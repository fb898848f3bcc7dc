import { chown, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { hashOf } from '../core/canonical.ts'

/** User ids 60706 to 61183 are set aside by no convention (systemd's table of users and groups); 478 of them. */
const first = 60_706
const room = 478

/** One user per folder, so that programs that run side by side do not share a limit of processes. */
export const unusedUser = (folder: string): number => first + (Number.parseInt(hashOf(folder).slice(0, 8), 16) % room)

/** Gives a flat folder and what is in it to a user. Needs root. */
export const giveTo = async (uid: number, folder: string): Promise<void> => {
  for (const name of await readdir(folder)) await chown(join(folder, name), uid, uid)
  await chown(folder, uid, uid)
}
