import { expect, test } from 'vitest'
import { pixel } from '../stand-in/images.ts'
import { imageType } from './image-type.ts'

test.each([
  ['image/png', Buffer.from(pixel, 'base64')],
  ['image/jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
  ['image/webp', Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1')],
  ['image/gif', Buffer.from('GIF89a')],
])('%s is known by its first bytes', (type, bytes) => {
  expect(imageType(bytes)).toBe(type)
})

test.each(['', '\x89PNG', 'RIFF\x10\0\0\0WAVEfmt ', '<svg xmlns="http://www.w3.org/2000/svg"/>', '<html>', '{"a":1}'])(
  '%j is no image',
  (text) => {
    expect(imageType(Buffer.from(text, 'latin1'))).toBeUndefined()
  },
)
