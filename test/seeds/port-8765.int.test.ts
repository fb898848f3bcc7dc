import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Page, WebSocket } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { agentsStream } from '../../src/core/names.ts'
import { openSqliteEventLog } from '../../src/store/sqlite-event-log.ts'
import { root, until } from '../support/gal.ts'
import { keptFolder } from '../support/temporary.ts'
import { startBrowser } from '../web/browser.ts'
import { buildAgentExecutor } from './agent-executor-page.ts'
import { type Agents, startAgents } from './agents.ts'
import { demo } from './frames.ts'
import { type PageServer, startPageServer } from './page-server.ts'
import { startProgram } from './program.ts'
import { findPython, type Python } from './python.ts'
import { type Serving, startServing } from './serving.ts'
import { openRun } from './write-run.ts'

// The clients of seed 001 as they stand there. Each has ws://localhost:8765 written in it, so all of them are in this one file: the
// port can be had once.

const fixtures = join(import.meta.dirname, 'fixtures')
const fixture = (name: string): string => readFileSync(join(fixtures, name), 'utf8')

const isFree = async (port: number): Promise<boolean> => {
  for (const host of ['127.0.0.1', '::1']) {
    const server = createServer()
    try {
      await once(server.listen({ port, host, exclusive: true }), 'listening')
    } catch (error) {
      // A machine without IPv6 has no ::1, and nobody has taken it.
      if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false
    }
    server.close()
  }
  return true
}
const taken = (await isFree(8765)) ? '' : 'port 8765 is taken: end the program that listens there'
// What is skipped has no end either: nothing is started for it.
const python: Python = taken === '' ? findPython() : { why: taken }
const { browser, why = '' } = taken === '' ? await startBrowser() : { why: taken }
const skipped = (...reasons: string[]): string => {
  const reason = reasons.find((one) => one !== '')
  return reason === undefined ? '' : ` (skipped: ${reason})`
}

describe.skipIf(taken !== '')(`the clients of seed 001, unchanged${skipped(taken)}`, () => {
  let agents: Agents
  let server: Serving
  let [site, stranger]: [PageServer | undefined, PageServer | undefined] = [undefined, undefined]
  const cwd = keptFolder()
  // No port is named: 8765 is what it takes by itself.
  const start = () => startServing({ cwd, ...agents, args: ['--allow-origin', site?.origin ?? ''] })
  beforeAll(async () => {
    const guide = readFileSync(join(root, 'docs/protocol.md'), 'utf8')
    const [, viewer = ''] = /```js\n([\s\S]*?)```/.exec(guide) ?? []
    const scripts = { viewer, snippet: fixture('browser.js'), component: await buildAgentExecutor() }
    site = await startPageServer(scripts)
    stranger = await startPageServer(scripts)
    agents = await startAgents()
    server = await start()
  })
  afterAll(async () => {
    await browser?.close()
    for (const one of [site, stranger]) one?.close()
    await server.stop()
    await agents.close()
  })

  test('1.3, 1.4 without a word about host or port it is ws://localhost:8765', () => {
    expect(server.said()).toContain('ws://localhost:8765\n')
    expect(server.port).toBe(8765)
  })

  test.skipIf(python.why !== undefined)(`the client in Python${skipped(python.why ?? '')}`, async () => {
    if (python.why !== undefined) return
    const run = (...args: string[]) =>
      startProgram(python.command, [join(fixtures, 'websocket_execution_client.py'), ...args], cwd, { ...python.env, PYTHONUTF8: '1' }).end
    const begun = 'Conectado al servidor\nEjecución iniciada, esperando resultados...\n'
    const done = `${begun}Ejecución completada: 2 acciones ejecutadas\nResultado 1: list_runs\nResultado 2: search_papers\n`
    expect(await run()).toEqual({ status: 0, out: done })
    expect(await run(demo)).toEqual({ status: 0, out: done })
    expect(await run('nadie')).toEqual({ status: 0, out: `${begun}Error en la ejecución: Agente no encontrado: nadie\n` })
  })

  describe.skipIf(!browser)(`in Chromium${skipped(why)}`, () => {
    const open = async (from: PageServer | undefined, name: string) => {
      if (!browser || !from) throw new Error('there is no browser')
      const page = await browser.newPage()
      onTestFinished(() => page.close())
      const said: string[] = []
      const sockets: WebSocket[] = []
      page.on('console', (message) => said.push(message.text()))
      page.on('pageerror', (error) => said.push(`thrown: ${error.message}`))
      page.on('websocket', (socket) => sockets.push(socket))
      await page.goto(`${from.origin}/${name}`)
      return { page, said, sockets }
    }

    describe('1.17 the snippet for browsers', () => {
      test('1.17 on an allowed origin it connects, sees started and completed, and every result', async () => {
        const { said, sockets } = await open(site, 'snippet')
        expect(await until(() => said.some((line) => line.startsWith('Resultado 2:'))), said.join('\n')).toBe(true)
        const told = said.filter((line) => !line.startsWith('Respuesta recibida:')).map((line) => line.replace(/(Resultado \d):.*/s, '$1'))
        expect(told).toEqual([
          'Conectado al servidor',
          'Ejecución iniciada, esperando resultados...',
          'Ejecución completada: 2 acciones ejecutadas',
          'Resultado 1',
          'Resultado 2',
        ])
        expect(sockets.map((socket) => socket.url())).toEqual(['ws://localhost:8765/'])
      })

      test('1.17 on an origin that is not allowed it learns of an error and a close, and of nothing else', async () => {
        const { said } = await open(stranger, 'snippet')
        expect(await until(() => said.some((line) => line.startsWith('Conexión cerrada: 1006'))), said.join('\n')).toBe(true)
        expect(said.some((line) => line.startsWith('Error de WebSocket:'))).toBe(true)
        expect(said.some((line) => /Conectado|Respuesta/.test(line))).toBe(false)
      })
    })

    describe('1.18–1.22 the React component', () => {
      const mount = async (agent: string, from = site) => {
        const opened = await open(from, 'component')
        const { page } = opened
        // Every state that the page was in: what it says beside its title and its button, and whether the button can be pressed.
        await page.evaluate(`
          globalThis.seen = []
          const look = () => {
            const button = document.querySelector('button')
            const words = [...document.querySelectorAll('#root p, #root h3')].map((part) => part.textContent).join(' ')
            const state = button ? (button.disabled ? 'off ' : 'on ') + words : 'gone'
            if (seen.at(-1) !== state) seen.push(state)
          }
          new MutationObserver(look).observe(document.getElementById('root'), { subtree: true, childList: true, attributes: true, characterData: true })
          mount(${JSON.stringify(agent)})`)
        await page.getByRole('button', { name: 'Ejecutar Agente' }).waitFor()
        return { ...opened, seen: () => page.evaluate<string[]>('seen') }
      }
      const press = (page: Page) => page.getByRole('button', { name: 'Ejecutar Agente' }).click()

      test('1.18, 1.19, 1.20 idle, connecting, running, completed: the button is off while it is busy, and the results are counted and listed', async () => {
        const { page, seen, sockets, said } = await mount(demo)
        await press(page)
        await page.getByText('Resultados (2 acciones)').waitFor()
        expect(await seen()).toEqual(['on ', 'off Conectando al servidor...', 'off Ejecutando agente...', 'on Resultados (2 acciones)'])
        const items = await page.locator('li').allTextContents()
        expect(items.map((text) => text.replace(/(Resultado: .).*/s, '$1'))).toEqual([
          'Función: list_runsResultado: {',
          'Función: search_papersResultado: [',
        ])
        // It closes its connection by itself after the end.
        expect(await until(() => sockets.length === 1 && sockets.every((socket) => socket.isClosed()))).toBe(true)
        expect(said.filter((line) => !line.includes('React DevTools'))).toEqual([])
      })

      test('1.20 a cycle without actions says so, and the button can be pressed again', async () => {
        const { page, sockets } = await mount('idle')
        await press(page)
        await page.getByText('No se ejecutó ninguna acción', { exact: true }).waitFor()
        await page.getByText('Resultados (0 acciones)').waitFor()
        await press(page)
        expect(await until(() => sockets.length === 2 && sockets.every((socket) => socket.isClosed()))).toBe(true)
      })

      test('1.21 an agent that is not there is an error in the words of the server', async () => {
        const { page, seen } = await mount('nadie')
        await press(page)
        await page.locator('p.error').waitFor()
        expect((await seen()).at(-1)).toBe('on Error: Agente no encontrado: nadie')
      })

      test('1.21 no connection is an error too', async () => {
        const { page } = await mount(demo, stranger)
        await press(page)
        await page.getByText('Error: Error de conexión con el servidor').waitFor()
      })

      test('1.22 unmounting it closes the connection, and the cycle goes on to its end', async () => {
        const log = openSqliteEventLog(join(cwd, 'runs', 'gal.sqlite'), { clock: Date.now, alive: () => false })
        onTestFinished(log.close)
        const ended = () => log.read(agentsStream, 0).filter(({ event }) => event.type === 'agent-end').length
        const { page, sockets, seen } = await mount('slow')
        const [before, chats] = [ended(), agents.chats()]
        await press(page)
        await page.getByText('Ejecutando agente...').waitFor()
        expect(await until(() => agents.chats() > chats)).toBe(true)
        expect(sockets.map((socket) => socket.isClosed())).toEqual([false])
        await page.evaluate('unmount()')
        expect(await until(() => sockets.every((socket) => socket.isClosed()))).toBe(true)
        expect((await seen()).at(-1)).toBe('gone')
        expect(ended()).toBe(before)
        agents.release()
        expect(await until(() => ended() === before + 1)).toBe(true)
      })
    })

    test('1.23 the viewer of the guide follows the latest run, and goes on with the next entry when the server comes back', async () => {
      const run = openRun(cwd, 'r1')
      onTestFinished(run.close)
      run.note(3)
      const { said } = await open(site, 'viewer')
      expect(await until(() => said.includes('live')), said.join('\n')).toBe(true)
      run.note(1)
      expect(await until(() => said.includes('5 note-add'))).toBe(true)
      await server.stop()
      run.end()
      server = await start()
      expect(await until(() => said.includes('6 run-end')), said.join('\n')).toBe(true)
      const notes = [2, 3, 4].map((seq) => `${seq} note-add`)
      expect(said.filter((line) => !line.includes('ERR_'))).toEqual(['1 run-start', ...notes, 'live', '5 note-add', '6 run-end', 'live'])
    })

    test('1.17 when the server goes, the snippet is told why', async () => {
      const { said } = await open(site, 'snippet')
      expect(await until(() => said.some((line) => line.startsWith('Resultado 2:')))).toBe(true)
      await server.stop()
      expect(await until(() => said.some((line) => line.startsWith('Conexión cerrada: 1001')))).toBe(true)
    })
  })
})
