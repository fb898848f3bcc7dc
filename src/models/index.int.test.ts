import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test('importing the models loads neither LangChain nor undici: the first request does', () => {
  const index = fileURLToPath(new URL('./index.ts', import.meta.url))
  const program = `
    import { registerHooks } from 'node:module'
    const heavy = []
    registerHooks({ resolve(name, context, next) { if (/langchain|undici|^openai|^ollama/.test(name) && !name.startsWith('.')) heavy.push(name); return next(name, context) } })
    const { createCastModel } = await import(${JSON.stringify(index)})
    const before = heavy.length
    await createCastModel('cast', () => 'hello').generate({ messages: [], facts: {} }, new AbortController().signal, () => undefined)
    console.log(JSON.stringify({ before, langchain: heavy.includes('langchain') }))`
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
  expect(JSON.parse(output)).toEqual({ before: 0, langchain: true })
})
