import { createHash } from 'node:crypto'
import { GalError } from '../../core/error.ts'
import { createArtifactStore } from '../../store/artifact-store.ts'
import type { ArtifactFile } from '../../transport/lab-control.ts'
import type { Lab } from '../lab.ts'

/**
 * A file that a run wrote, by its name on the log; undefined for any other name, whatever lies in the folder. Throws GalError
 * `bad-record` when the file is not what was written, `missing-file` when it is gone.
 */
export const readArtifact = (lab: Pick<Lab, 'view' | 'folder'>, run: string, name: string): ArtifactFile | undefined => {
  const written = lab.view(run).artifacts.findLast((file) => file.name === name)
  if (!written) return undefined
  const content = createArtifactStore(lab.folder(run)).read(name)
  const sha256 = createHash('sha256').update(content).digest('hex')
  if (sha256 !== written.sha256)
    throw new GalError(
      'bad-record',
      `${name} of ${run} is not what the run wrote: it was changed outside gal`,
      `gal export ${run} writes the report anew`,
    )
  return { name, bytes: content.length, sha256, content }
}
