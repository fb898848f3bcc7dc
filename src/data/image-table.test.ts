import { expect, test } from 'vitest'
import { imageTable } from './image-table.ts'

const png = (width: number, height: number) => {
  const bytes = Buffer.alloc(24)
  Buffer.from('89504e470d0a1a0a', 'hex').copy(bytes)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return new Uint8Array(bytes)
}
const jpeg = new Uint8Array(Buffer.from('ffd8ffe000044a46ffc0000b080010002003011100', 'hex'))
const gif = new Uint8Array(Buffer.from('4749463839610a001400', 'hex'))
const bmp = (() => {
  const bytes = Buffer.alloc(26)
  bytes.write('BM')
  bytes.writeInt32LE(7, 18)
  bytes.writeInt32LE(-9, 22)
  return new Uint8Array(bytes)
})()

test('images in folders are a row each, with the folder as label and the size in pixels', () => {
  const files = [
    { path: 'cats/b.jpg', bytes: 21, head: jpeg },
    { path: 'cats/a.png', bytes: 24, head: png(640, 480) },
    { path: 'dogs/c.gif', bytes: 10, head: gif },
    { path: 'dogs/d.bmp', bytes: 26, head: bmp },
  ]
  expect(imageTable(files, 'pets')).toMatchObject({
    ok: true,
    notes: [],
    table: {
      rows: [
        ['cats/a.png', 'cats', 640, 480, 24],
        ['cats/b.jpg', 'cats', 32, 16, 21],
        ['dogs/c.gif', 'dogs', 10, 20, 10],
        ['dogs/d.bmp', 'dogs', 7, 9, 26],
      ],
    },
  })
})

test('an image that is cut off, or none, has no size, which is said', () => {
  const reading = imageTable([{ path: 'a/x.png', bytes: 3, head: png(1, 1).subarray(0, 20) }], 'pets')
  expect(reading).toMatchObject({
    ok: true,
    notes: ['the size of 1 image could not be read'],
    table: { rows: [['a/x.png', 'a', null, null, 3]] },
  })
  expect(imageTable([], 'pets')).toMatchObject({ ok: false })
})
