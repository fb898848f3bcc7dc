import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyOfAtMost } from './body-of-at-most.ts'

test('a body comes through as it is when it is short enough, and fails otherwise', async () => {
  const chunk = fc.uint8Array({ minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(fc.array(chunk, { maxLength: 8 }), fc.nat(60), async (chunks, most) => {
      const whole = Buffer.concat(chunks)
      const read = buffer(Readable.from(chunks.map((bytes) => Buffer.from(bytes))).pipe(bodyOfAtMost(most)))
      if (whole.length <= most) expect(await read).toEqual(whole)
      else await expect(read).rejects.toMatchObject({ code: 'too-long' })
    }),
  )
})
