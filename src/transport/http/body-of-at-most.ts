import { Transform } from 'node:stream'
import { HttpError } from './problem.ts'

/** Bytes as they come, until there are more than `most` of them: then it fails with HttpError `too-long`. */
export const bodyOfAtMost = (most: number): Transform => {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > most) return done(new HttpError('too-long', `the body has more than ${most} bytes`))
      done(null, chunk)
    },
  })
}
