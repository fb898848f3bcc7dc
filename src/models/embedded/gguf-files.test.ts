import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporary } from '../../../test/support/temporary.ts'
import { ggufOf } from '../stand-in/llama-package.ts'
import { findGguf, fromHome, listGguf } from './gguf-files.ts'

const gguf = ggufOf({ 'general.architecture': 'llama', 'llama.context_length': 2048 })

test('lists the models of a folder and nothing else', () => {
  const folder = temporary()
  for (const name of ['b.gguf', 'a.GGUF', 'mmproj-a.gguf', 'big-00001-of-00002.gguf', 'big-00002-of-00002.gguf', 'a.gguf.part', 'x.bin'])
    writeFileSync(join(folder, name), gguf)
  writeFileSync(join(folder, 'words.gguf'), 'these are words')
  mkdirSync(join(folder, 'folder.gguf'))
  symlinkSync(join(folder, 'x.bin'), join(folder, 'link.gguf'))
  symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling.gguf'))
  expect(listGguf(folder).map(({ name }) => name)).toEqual(['a.GGUF', 'b.gguf', 'big-00001-of-00002.gguf', 'link.gguf'])
  expect(listGguf(folder)[0]).toMatchObject({ bytes: gguf.length, header: { context: 2048 } })
  expect(listGguf(join(folder, 'nowhere'))).toEqual([])
})

test('a name is a path, or a file of the folder, with or without its ending', () => {
  const folder = temporary()
  const path = join(folder, 'tiny.gguf')
  writeFileSync(path, gguf)
  for (const name of [path, 'tiny.gguf', 'tiny']) expect(findGguf(name, folder)).toBe(path)
  expect(findGguf('tiny', undefined)).toBeUndefined()
  expect(findGguf('other', folder)).toBeUndefined()
  expect(fromHome('~/x')).toBe(join(homedir(), 'x'))
  expect(fromHome('~x')).toBe('~x')
})
