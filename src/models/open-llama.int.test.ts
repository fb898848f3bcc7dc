import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporary } from '../../test/support/temporary.ts'
import { importAlsoFrom } from './load-package.ts'
import type { ModelDeps } from './model-deps.ts'
import { openModel } from './open-model.ts'
import { createScripted } from './scripted.ts'
import { modelsSettings } from './settings.ts'
import { createLlamaStandIn, ggufOf } from './stand-in/llama-package.ts'
import { createRequest } from './stand-in/request.ts'
import { unusedUrl } from './stand-in/server.ts'

const never = new AbortController().signal
const { llamaPackage } = createLlamaStandIn({ text: '{"command":"dialogue"}' })

const missing = async (name: string) => {
  throw Object.assign(new Error(`Cannot find package '${name}'`), { code: 'ERR_MODULE_NOT_FOUND' })
}

/** A cache folder with these GGUF files in its models/, each with so many bytes. */
const cacheWith = (files: Readonly<Record<string, number>>): string => {
  const cache = temporary()
  mkdirSync(join(cache, 'models'))
  const header = ggufOf({ 'general.architecture': 'llama', 'llama.context_length': 2048 })
  for (const [name, bytes] of Object.entries(files))
    writeFileSync(join(cache, 'models', name), Buffer.concat([header, Buffer.alloc(bytes)]))
  return cache
}

const url = await unusedUrl()
const opening = (spec: string, deps: Partial<ModelDeps>, llama: object = {}) =>
  openModel(spec, modelsSettings.parse({ ollama: { 'base-url': url }, llama }), () => undefined, {
    createRehearsal: () => createScripted(['rehearsed'], { name: 'rehearsal' }),
    signal: never,
    random: () => 0,
    importPackage: async () => llamaPackage,
    ...deps,
  })

test('a file is opened by its path and by its name in the folder, holds what it was trained for, and answers', async () => {
  const cacheFolder = cacheWith({ 'tiny.gguf': 10 })
  for (const name of ['tiny.gguf', join(cacheFolder, 'models/tiny.gguf')]) {
    const { model, why } = await opening(`llama:${name}`, { cacheFolder })
    expect([model.name, model.context]).toEqual([`llama:${name}`, 2048])
    expect(why).toContain('runs in this process')
    expect(await model.generate(createRequest(), never, () => undefined)).toMatchObject({ reply: { text: '{"command":"dialogue"}' } })
  }
})

test('one that is not there is refused with those that are, and one that is no GGUF file for what it is', async () => {
  const cacheFolder = cacheWith({ 'tiny.gguf': 10 })
  await expect(opening('llama:tinny.gguf', { cacheFolder })).rejects.toMatchObject({
    code: 'unknown-model',
    hint: expect.stringContaining('tiny.gguf is nearest'),
  })
  writeFileSync(join(cacheFolder, 'models/words.gguf'), 'words')
  await expect(opening('llama:words.gguf', { cacheFolder })).rejects.toMatchObject({ message: expect.stringContaining('is no GGUF file') })
  await expect(opening('llama', { cacheFolder: temporary() })).rejects.toMatchObject({ hint: expect.stringContaining('gal models pull') })
  await expect(opening('tiny.gguf', {})).rejects.toMatchObject({ hint: expect.stringContaining('did you mean llama:tiny.gguf?') })
})

test('without its package it says in one line what to install', async () => {
  const cacheFolder = cacheWith({ 'tiny.gguf': 10 })
  await expect(opening('llama:tiny', { cacheFolder, importPackage: missing })).rejects.toMatchObject({
    code: 'missing-package',
    hint: 'gal setup llama, or npm install node-llama-cpp',
  })
})

test('auto takes the largest file when no Ollama answers, or the one that is wanted, and says why', async () => {
  const cacheFolder = cacheWith({ 'small.gguf': 10, 'large.gguf': 1000, 'nomic-embed.gguf': 5000 })
  const { model, why } = await opening('auto', { cacheFolder })
  expect(model.name).toBe('llama:large.gguf')
  expect(why).toMatch(/is the server running\?, so llama:large\.gguf answers/)
  expect((await opening('auto', { cacheFolder }, { model: 'small.gguf' })).model.name).toBe('llama:small.gguf')
  expect((await opening('auto', {}, { folder: join(cacheFolder, 'models') })).model.name).toBe('llama:large.gguf')
})

test('auto goes past files that are cut short or hold no weights, and says why when nothing is left', async () => {
  const cacheFolder = cacheWith({ 'tiny.gguf': 10 })
  const folder = join(cacheFolder, 'models')
  const entries = { 'general.architecture': 'llama', 'llama.context_length': 2048 }
  writeFileSync(join(folder, 'empty.gguf'), Buffer.concat([ggufOf(entries, []), Buffer.alloc(5000)]))
  writeFileSync(join(folder, 'short.gguf'), Buffer.concat([ggufOf(entries, [{ name: 'a', weights: 4000 }]), Buffer.alloc(15_000)]))
  expect((await opening('auto', { cacheFolder })).model.name).toBe('llama:tiny.gguf')
  await expect(opening('llama:empty', { cacheFolder })).rejects.toMatchObject({
    code: 'unknown-model',
    message: expect.stringMatching(/empty\.gguf holds no weights/),
  })
  await expect(opening('llama:short', { cacheFolder })).rejects.toMatchObject({
    message: expect.stringMatching(/short\.gguf is cut short: it has 15,\d{3} of 16,\d{3} bytes/),
  })
  rmSync(join(folder, 'tiny.gguf'))
  const { model, why } = await opening('auto', { cacheFolder })
  expect(model.name).toBe('rehearsal')
  expect(why).toMatch(/short\.gguf is cut short.*empty\.gguf holds no weights.*so this is a rehearsal/)
})

test('auto rehearses when there is no file, or a file and nothing to run it with, and says which', async () => {
  const bare = await opening('auto', { cacheFolder: temporary() })
  expect([bare.model.name, bare.why]).toEqual(['rehearsal', expect.not.stringContaining('gguf')])
  const { model, why } = await opening('auto', { cacheFolder: cacheWith({ 'tiny.gguf': 10 }), importPackage: missing })
  expect(model.name).toBe('rehearsal')
  expect(why).toMatch(/and tiny\.gguf cannot be run without node-llama-cpp \(gal setup llama.*so this is a rehearsal/)
})

test('a package is found in a folder of its own, and one that breaks there is not taken for a missing one', async () => {
  const folder = temporary()
  const add = (name: string, code: string) => {
    mkdirSync(join(folder, 'node_modules', name), { recursive: true })
    writeFileSync(
      join(folder, 'node_modules', name, 'package.json'),
      JSON.stringify({ name, type: 'module', exports: { import: './index.js', default: './index.js' } }),
    )
    writeFileSync(join(folder, 'node_modules', name, 'index.js'), code)
  }
  add('gal-test-added', 'export const here = true')
  add('gal-test-broken', "import 'gal-test-nowhere'")
  const importPackage = importAlsoFrom(folder)
  expect(await importPackage('gal-test-added')).toMatchObject({ here: true })
  await expect(importPackage('gal-test-broken')).rejects.toThrow('gal-test-nowhere')
  await expect(importPackage('gal-test-absent')).rejects.toMatchObject({ code: 'ERR_MODULE_NOT_FOUND' })
  expect(existsSync(join(folder, 'node_modules/gal-test-absent'))).toBe(false)
})
