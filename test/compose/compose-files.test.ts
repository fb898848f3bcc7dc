import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { presets } from '../../src/models/providers.ts'
import { root } from '../support/gal.ts'
import { composeFile, serviceOf, textOf, variablesOf } from './files.ts'

const base = 'docker-compose.yml'
const files = readdirSync(root).filter((name) => /^docker-compose.*\.yml$/.test(name))
const services = files.flatMap((file) => Object.entries(composeFile(file).services).map(([name, service]) => ({ file, name, ...service })))

test('2.9 Ollama is an image with a version, and listens on 11434', () => {
  const { image, expose } = serviceOf(base, 'ollama')
  expect(image).toMatch(/^ollama\/ollama:\d+\.\d+\.\d+$/)
  expect(expose).toEqual(['11434'])
})

test('2.9 Ollama is on a port of this machine only where that is asked for, and then on 127.0.0.1', () => {
  expect(serviceOf(base, 'ollama').ports).toBeUndefined()
  expect(serviceOf('docker-compose.ollama-port.yml', 'ollama').ports).toEqual(['127.0.0.1:11434:11434'])
})

test.each(services)('no port of $name in $file is open to other machines', ({ ports = [] }) => {
  expect(ports.filter((port) => !/^127\.0\.0\.1:\d+:\d+$/.test(port))).toEqual([])
})

test('the key of every provider that gal knows by name is handed into the container, and named in .env.example', () => {
  const keys = Object.values(presets).flatMap((preset) => (preset.keyName ? [preset.keyName] : []))
  expect(keys.length).toBeGreaterThan(5)
  expect(Object.keys(serviceOf(base, 'lab').environment ?? {})).toEqual(expect.arrayContaining(keys))
  for (const key of keys) expect(textOf('.env.example')).toContain(`#${key}=`)
})

test('the page about containers names every key that is handed on, and no other', () => {
  const handedOn = Object.keys(serviceOf(base, 'lab').environment ?? {}).filter((name) => name.endsWith('_API_KEY'))
  const named = textOf('docs/docker.md').match(/`[A-Z_]+_API_KEY`/g) ?? []
  expect(named.map((name) => name.slice(1, -1)).sort()).toEqual(handedOn.sort())
})

test('gal is on 127.0.0.1:8765, and its port is the same inside and outside', () => {
  expect(serviceOf(base, 'lab').ports).toEqual(['127.0.0.1:8765:8765'])
  const moved = serviceOf(base, 'lab', { GAL_PORT: '9000' })
  expect([moved.ports, moved.environment?.WS_PORT]).toEqual([['127.0.0.1:9000:9000'], 9000])
})

test('2.11 models and runs are in volumes that stay', () => {
  expect(composeFile(base).volumes).toEqual({ runs: null, ollama_models: null })
  expect(serviceOf(base, 'ollama').volumes).toContain('ollama_models:/root/.ollama')
  expect(serviceOf(base, 'lab').volumes).toContain('runs:/lab/runs')
})

test('2.12 a GPU is reserved by a file of its own; without that file nothing asks for one', () => {
  expect(serviceOf('docker-compose.gpu.yml', 'ollama')).toEqual({
    deploy: { resources: { reservations: { devices: [{ driver: 'nvidia', count: 'all', capabilities: ['gpu'] }] } } },
  })
  expect(textOf(base)).not.toMatch(/nvidia|devices:|runtime:/)
})

test('2.13 Ollama is called ollama, starts again by itself, and has as many processors as a variable says', () => {
  expect(serviceOf(base, 'ollama')).toMatchObject({ container_name: 'ollama', restart: 'unless-stopped', cpus: 0 })
  expect(serviceOf(base, 'ollama', { OLLAMA_CPUS: '8.0' }).cpus).toBe(8)
})

test('2.14 Ollama listens to the other container, which is told its address', () => {
  expect(serviceOf(base, 'ollama').environment).toMatchObject({ OLLAMA_HOST: '0.0.0.0' })
  expect(serviceOf(base, 'lab').environment).toMatchObject({ OLLAMA_BASE_URL: 'http://ollama:11434' })
})

test.each([
  ['by default', {}, 'qwen3:4b'],
  ['by OLLAMA_TEXT_MODEL', { OLLAMA_TEXT_MODEL: 'phi3:mini' }, 'phi3:mini'],
  ['no model at all, where it is set to nothing', { OLLAMA_TEXT_MODEL: '' }, null],
])('2.18 both containers are told the same model: %s', (_, set, model) => {
  const told = ['lab', 'ollama'].map((name) => serviceOf(base, name, set).environment?.OLLAMA_TEXT_MODEL)
  expect(told).toEqual([model, model])
})

test('2.18 the name of the model stands in one place of the file', () => {
  expect(textOf(base).match(/qwen3/g)).toHaveLength(1)
})

test('2.15 every file of the first project is there, or what took its place', () => {
  const successors = {
    'docker-compose.yml': 'docker-compose.yml',
    'Dockerfile.ollama': 'docker-compose.yml',
    'entrypoint_ollama.sh': 'docker/ollama-entry.sh',
    Modelfile: 'Modelfile',
    Makefile: 'Makefile',
    'backend/': 'Dockerfile',
    'godot/': 'godot/project.godot',
  }
  expect(Object.values(successors).filter((path) => !existsSync(join(root, path)))).toEqual([])
  expect(serviceOf(base, 'ollama')).toMatchObject({ entrypoint: ['/bin/sh', '/gal/ollama-entry.sh'] })
  expect(serviceOf(base, 'ollama').volumes).toContain('./docker/ollama-entry.sh:/gal/ollama-entry.sh:ro')
})

test('gal waits for a model that is there', () => {
  expect(serviceOf(base, 'lab').depends_on).toEqual({ ollama: { condition: 'service_healthy' } })
  expect(serviceOf(base, 'ollama').healthcheck?.test[1]).toContain('/tmp/gal-model-ready')
  expect(textOf('docker/ollama-entry.sh')).toContain('/tmp/gal-model-ready')
})

test('gal has no rights of root, no new ones, and no root to write to', () => {
  const { read_only, cap_drop, security_opt } = serviceOf(base, 'lab')
  expect({ read_only, cap_drop }).toEqual({ read_only: true, cap_drop: ['ALL'] })
  // Compose knows systempaths in exactly this form, and reads the profile from beside itself.
  expect(security_opt).toEqual(['no-new-privileges:true', 'seccomp=docker/seccomp.json', 'apparmor=unconfined', 'systempaths=unconfined'])
  expect(serviceOf(base, 'ollama')).toMatchObject({ cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] })
})

test('every file that a container is given from here is there, and cannot be changed by it', () => {
  const given = services.flatMap(({ volumes = [] }) => volumes).filter((volume) => volume.startsWith('.'))
  expect(given.length).toBeGreaterThan(2)
  for (const volume of given) {
    const [from = '', , how] = volume.split(':')
    expect([from, existsSync(join(root, from)), how]).toEqual([from, true, 'ro'])
  }
})

test('.env.example names every variable, with the default that it has', () => {
  const example = [...textOf('.env.example').matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value])
  const handedOn = Object.entries(serviceOf(base, 'lab').environment ?? {}).flatMap(([name, value]) => (value === null ? [name] : []))
  const asked = new Map([...handedOn.map((name): [string, string] => [name, '']), ...files.flatMap((file) => variablesOf(textOf(file)))])
  expect(example.map(([name]) => name).sort()).toEqual([...asked.keys()].sort())
  // These two show what one might say; the rest show what is said.
  const shown = new Set(['OLLAMA_CPUS', 'OLLAMA_MODELFILE'])
  for (const [name = '', value] of example) if (!shown.has(name)) expect([name, value]).toEqual([name, asked.get(name)])
})

test('the Modelfile is made from the model that is the default', () => {
  const [, otherwise] = variablesOf(textOf(base)).find(([name]) => name === 'OLLAMA_TEXT_MODEL') ?? []
  expect(/^FROM (\S+)$/m.exec(textOf('Modelfile'))?.[1]).toBe(otherwise)
})
