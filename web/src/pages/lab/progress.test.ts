import { expect, test } from 'vitest'
import { progressIn } from './progress.ts'

test.each<[string, string | undefined, ReturnType<typeof progressIn>]>([
  ['nothing', undefined, undefined],
  ['no progress', 'epoch 1\nepoch 2\n', undefined],
  ['progress', '[50%] half\n', { share: 0.5, text: 'half' }],
  ['the last of several, with other words after it', '[25%] a\r\n[75%] b\r\nsaved the model\n', { share: 0.75, text: 'b' }],
  ['all of it, without words', '[100%] \n', { share: 1, text: '' }],
  ['more than all', '[999%] x', { share: 1, text: 'x' }],
])('of %s that a program printed', (_, printed, progress) => {
  expect(progressIn(printed)).toEqual(progress)
})
