import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root, until } from '../support/gal.ts'
import { temporary } from '../support/temporary.ts'
import { standIns, start } from './program.ts'

/** Stands in for ollama: writes down how it is called, and does what a real one does, as often too late or in vain as it is told. */
const ollama = `
echo "$*" >>"$STUB/calls"
count() { grep -c "^$1" "$STUB/calls"; }
case "$1" in
  serve)
    if [ -n "\${DIES:-}" ]; then echo 'Error: listen tcp 0.0.0.0:11434: bind: address already in use' >&2; exit 3; fi
    trap 'echo ended >>"$STUB/calls"; exit 0' TERM
    # Once the folder of the test is gone nobody waits for it any more.
    while [ ! -e "$STUB/crash" ]; do [ -d "$STUB" ] || exit 0; sleep 0.02; done
    exit 9 ;;
  list) [ "$(count list)" -gt "\${LATE:-0}" ] ;;
  show) [ -e "$STUB/models/$2" ] ;;
  pull)
    [ -z "\${SLOW:-}" ] || exec sleep 30
    printf 'pulling manifest\\n\\033[1Gpulling 2af3b81862c6: 100%%\\n' >&2
    if [ "$(count pull)" -le "\${FAILS:-0}" ]; then echo 'Error: pull model manifest: connection reset' >&2; exit 1; fi
    : >"$STUB/models/$2" ;;
  create)
    if ! grep -q '^FROM ' "$4" 2>/dev/null; then echo 'Error: no Modelfile' >&2; exit 1; fi
    : >"$STUB/models/$2" ;;
esac
`

const container = (given: Readonly<Record<string, string>> = {}) => {
  const stub = temporary()
  mkdirSync(join(stub, 'models'))
  const ready = join(stub, 'ready')
  const env = { STUB: stub, PATH: standIns(stub, { ollama }), READY_FILE: ready, READY_PAUSE: '0.02', PULL_PAUSE: '0.02' }
  const calls = () => (existsSync(join(stub, 'calls')) ? readFileSync(join(stub, 'calls'), 'utf8').trim().split('\n') : [])
  return {
    stub,
    ready,
    isReady: () => existsSync(ready),
    calls,
    /** How often ollama was called for each of these. */
    count: (...names: string[]) => names.map((name) => calls().filter((call) => call.split(' ')[0] === name).length),
    start: (more: Readonly<Record<string, string>> = {}) =>
      start('/bin/sh', ['docker/ollama-entry.sh'], { ...env, OLLAMA_TEXT_MODEL: 'qwen3:4b', ...given, ...more }),
  }
}

type Container = ReturnType<typeof container>

const startedReady = async ({ start: begin, isReady }: Container, more?: Readonly<Record<string, string>>) => {
  const program = begin(more)
  if (!(await until(isReady))) throw new Error(`never ready: ${program.said()}`)
  return program
}

test('2.10 the first start pulls the model once, with its progress in the log; the second start pulls nothing', async () => {
  const box = container()
  const first = await startedReady(box)
  expect(box.calls().filter((call) => call.startsWith('pull'))).toEqual(['pull qwen3:4b'])
  expect(first.said()).toContain('pulling 2af3b81862c6: 100%')
  first.child.kill('SIGTERM')
  expect([await first.ended, box.isReady()]).toEqual([143, false])
  // A container that was killed has its files still when it starts again: the old one says nothing.
  writeFileSync(box.ready, '')
  const second = box.start({ LATE: '40' })
  expect(await until(() => !box.isReady())).toBe(true)
  expect(await until(box.isReady)).toBe(true)
  expect(box.count('serve', 'pull')).toEqual([2, 1])
  expect(second.said()).toContain('qwen3:4b is here already')
})

test('2.10 a server that is ready late is waited for, and asked for no model before', async () => {
  const box = container({ LATE: '3' })
  await startedReady(box)
  // The server starts at the side: its line may come after the first question.
  expect(box.calls().filter((call) => call !== 'serve')).toEqual(['list', 'list', 'list', 'list', 'show qwen3:4b', 'pull qwen3:4b'])
})

test('2.10 a pull that fails is tried again', async () => {
  const box = container({ FAILS: '2' })
  const { said } = await startedReady(box)
  expect(box.count('pull')).toEqual([3])
  expect(said().match(/The pull of qwen3:4b failed/g)).toHaveLength(2)
})

test.each([
  ['is never ready', { LATE: '9999', READY_TRIES: '5' }, /ollama serve did not answer, asked 5 times\.\n.*READY_TRIES/],
  ['ends at once', { DIES: '1', LATE: '9999' }, /address already in use[\s\S]*ollama serve ended before it was ready\.\n/],
  [
    'can pull no such model',
    { FAILS: '9999', PULL_TRIES: '3' },
    /The model qwen3:4b could not be pulled, tried 3 times\.\n.*OLLAMA_TEXT_MODEL/,
  ],
  ['has a Modelfile that is none', { OLLAMA_MODELFILE: '/dev/null' }, /qwen3:4b could not be made from \/dev\/null\.\n/],
])('2.10 with a server that %s, it says so, ends the server, and ends with 1', async (_, given, said) => {
  const box = container(given)
  const program = box.start()
  expect(await program.ended).toBe(1)
  expect(program.said()).toMatch(said)
  expect(box.isReady()).toBe(false)
  expect(box.calls().includes('ended')).toBe(!('DIES' in given))
})

test('2.18 a Modelfile makes the model, at every start, and nothing is pulled', async () => {
  const box = container()
  const modelfile = join(box.stub, 'Modelfile')
  writeFileSync(modelfile, 'FROM qwen3:4b\n')
  const env = { OLLAMA_MODELFILE: modelfile, OLLAMA_TEXT_MODEL: 'mine' }
  const first = await startedReady(box, env)
  first.child.kill('SIGTERM')
  await first.ended
  const second = box.start(env)
  expect(await until(() => second.said().includes('Ready.'))).toBe(true)
  expect(box.calls().filter((call) => /^(create|pull|show)/.test(call))).toEqual(Array(2).fill(`create mine -f ${modelfile}`))
})

test('2.18 without a model there is a server, and nothing is fetched', async () => {
  const box = container({ OLLAMA_TEXT_MODEL: '' })
  await startedReady(box)
  expect(box.count('show', 'pull', 'create')).toEqual([0, 0, 0])
})

test('a container that is stopped while it pulls ends the pull and the server at once', async () => {
  const box = container({ SLOW: '1' })
  const program = box.start()
  expect(await until(() => box.count('pull')[0] === 1)).toBe(true)
  const begin = performance.now()
  program.child.kill('SIGTERM')
  expect(await program.ended).toBe(143)
  expect(performance.now() - begin).toBeLessThan(5000)
  expect(box.calls().at(-1)).toBe('ended')
  expect(box.isReady()).toBe(false)
})

test('a server that ends later ends the container, with its status', async () => {
  const box = container()
  const program = await startedReady(box)
  writeFileSync(join(box.stub, 'crash'), '')
  expect(await program.ended).toBe(9)
  expect(program.said()).toContain('ollama serve ended with 9')
  expect(box.isReady()).toBe(false)
})

test('the script is for any sh: it is started by /bin/sh and asks for no other', () => {
  expect(readFileSync(join(root, 'docker/ollama-entry.sh'), 'utf8').split('\n')[0]).toBe('#!/bin/sh')
})
