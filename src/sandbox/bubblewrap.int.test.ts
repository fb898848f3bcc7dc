import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { createBubblewrap } from './bubblewrap.ts'
import { probeBubblewrap } from './probe-bubblewrap.ts'
import { beatStops, conformsToSandbox, createRunner, programOf, testTools } from './sandbox.conformance.ts'
import { withResultFile } from './with-result-file.ts'

const probe = await probeBubblewrap(testTools)
const absent = 'problem' in probe
const title = absent ? `bubblewrap (skipped: ${probe.problem}; apt-get install bubblewrap)` : 'bubblewrap'

const py = (code: string) => programOf('python', code)
const js = (code: string) => programOf('javascript', code)

describe.skipIf(absent)(title, () => {
  conformsToSandbox(withResultFile(createBubblewrap(testTools)))
})

/** Each of these is an attack. None may ever be run anywhere but in bubblewrap. */
describe.skipIf(absent)(`${title}, against an attack`, () => {
  const { run, pathOf } = createRunner(createBubblewrap({ ...testTools, env: { ...testTools.env, SECRET_KEY: 'swordfish' } }))

  test('hides the system’s secrets and everybody’s home', async () => {
    const result = await run(
      py(`import os
for path in ["/etc/shadow", "/etc/passwd", "/home", "/root/.ssh", "/proc/1/root/etc/shadow", "/var", "/sys"]:
    try:
        os.stat(path)
        print("seen", path)
    except OSError:
        print("hidden")`),
    )
    expect(result.output).toBe('hidden\n'.repeat(7))
  })

  test('hides the environment that gal runs in, also that of bubblewrap itself', async () => {
    const { output } = await run(
      py(`import glob
for path in glob.glob("/proc/[0-9]*/environ"):
    print(open(path, "rb").read())`),
    )
    expect(output).toContain('OPENBLAS_NUM_THREADS')
    expect(output).not.toContain('swordfish')
  })

  test('lets nothing be written but in its own folder and the scratch folders', async () => {
    const result = await run(
      py(`import os
for folder in ["/", "/usr", "/usr/bin", "/etc", "/opt/node/bin", "/dev", "/proc/sys/kernel", os.path.dirname(os.__file__)]:
    try:
        open(os.path.join(folder, "made"), "w")
        print("written", folder)
    except OSError:
        print("kept")
try:
    open("/proc/sys/kernel/core_pattern", "w")
    print("written")
except OSError:
    print("kept")
open("/lab/ok", "w")
open("/tmp/ok", "w")`),
    )
    expect(result).toMatchObject({ output: 'kept\n'.repeat(9), exitCode: 0, files: ['ok'] })
  })

  test('has no way to a server on this machine', async () => {
    let visits = 0
    const server = createServer((_request, response) => {
      visits += 1
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const result = await run(js(`try { await fetch('http://127.0.0.1:${port}'); console.log('reached') } catch { console.log('refused') }`))
    server.close()
    expect([result.output, visits]).toEqual(['refused\n', 0])
  })

  test('stops a fork bomb at its limit of processes', async () => {
    const result = await run(
      py(`import os, time
made = 0
try:
    for _ in range(1000):
        if os.fork() == 0:
            time.sleep(30)
            os._exit(0)
        made += 1
except OSError:
    print("stopped", made < 200)`),
      { seconds: 10 },
    )
    expect(result.output).toBe('stopped True\n')
  })

  test('stops a memory bomb in Python', async () => {
    const result = await run(py('held = []\nwhile True: held.append(bytearray(10**7))'))
    expect(result.fault?.kind).toBe('exit-code')
    expect(result.output).toContain('MemoryError')
  })

  test('stops a memory bomb in JavaScript, in the heap or outside it', async () => {
    const heap = await run(js(`const held = []; for (;;) held.push(new Array(1e5).fill(Math.random()))`), { memoryMiB: 64 })
    expect([heap.fault?.kind, heap.signal]).toEqual(['signal', expect.stringMatching(/SIGABRT|SIGTRAP/)])
    const buffers = await run(js(`const held = []; for (let i = 0; i < 400; i++) held.push(Buffer.alloc(1e7, 1)); console.log('held')`), {
      memoryMiB: 64,
    })
    expect(buffers.fault?.kind).toMatch(/signal|exit-code/)
    expect(buffers.output).not.toContain('held\n')
  })

  test('ends a daemon that left its family, its session and its environment', async () => {
    const result = await run(
      py(`import os, sys
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.execve(sys.executable, ["python3", "-c", "import os, time\\nwhile True: open('/lab/beat', 'a').write('x'); time.sleep(0.01)"], {})
    os._exit(0)
import time
while not os.path.exists("beat"): time.sleep(0.01)`),
    )
    expect(result).toMatchObject({ exitCode: 0, files: ['beat'] })
    expect(await beatStops(pathOf('beat'))).toBe(true)
  })

  test('ends a program that ignores every signal', async () => {
    const code = `import signal, time
for number in range(1, 65):
    try: signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError): pass
while True: time.sleep(1)`
    expect((await run(py(code), { seconds: 1 })).fault?.kind).toBe('timeout')
  })

  test('survives 100 MB of output', async () => {
    const before = process.memoryUsage().rss
    const { output, exitCode } = await run(py('import os\nfor _ in range(100): os.write(1, b"x" * 1000000)'))
    expect([exitCode, output.length < 2100]).toEqual([0, true])
    expect(process.memoryUsage().rss - before).toBeLessThan(100e6)
  })

  test('kills a program that goes on filling its folder', async () => {
    const code = 'import os, time\nn = 0\nwhile True:\n    open(f"f{n}", "w").close()\n    n += 1\n    time.sleep(0.0002)'
    expect((await run(py(code))).fault).toEqual({ kind: 'limit', message: 'the program filled its folder and was killed' })
  })

  test('keeps the result file from the program', async () => {
    const result = await run(
      py(
        'import os\nfor act in [lambda: open("result.json", "w"), lambda: os.remove("result.json"), lambda: os.rename("main.py", "result.json")]:\n    try:\n        act()\n        print("done")\n    except OSError: print("kept")',
      ),
    )
    expect(result.output).toBe('kept\n'.repeat(3))
  })

  test('lets no program make namespaces of its own', async () => {
    const { output } = await run(py('import ctypes\nprint(ctypes.CDLL(None).unshare(0x10000000))'))
    expect(output).toBe('form' in probe && probe.form.closesUserns ? '-1\n' : '0\n')
  })
})

describe('where bubblewrap does not work', () => {
  const { run } = createRunner(createBubblewrap({ ...testTools, bwrapPath: '/nowhere/bwrap' }))
  test('every program is refused, with what to do', async () => {
    const { fault } = await run(js('process.exit(0)'))
    expect(fault).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/\/nowhere\/bwrap could not be started.*apt-get install bubblewrap/),
    })
  })
})
