import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { temporary } from '../../test/support/temporary.ts'
import { gpuBinds } from './gpu-binds.ts'

const machine = (...paths: string[]): string => {
  const root = temporary()
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), '')
  }
  return root
}

test('every GPU and what CUDA opens beside it is bound as a device, and nothing else of /dev', () => {
  const root = machine(
    'dev/nvidia0',
    'dev/nvidia11',
    'dev/nvidiactl',
    'dev/nvidia-uvm',
    'dev/nvidia-caps/nvidia-cap1',
    'dev/sda',
    'dev/nvidia0x',
  )
  expect(gpuBinds(root)).toEqual(
    ['/dev/nvidia-caps', '/dev/nvidia-uvm', '/dev/nvidia0', '/dev/nvidia11', '/dev/nvidiactl'].flatMap((path) => [
      '--dev-bind',
      path,
      path,
    ]),
  )
})

test('a driver that lies outside /usr comes along read-only', () => {
  const root = machine('dev/nvidia0', 'dev/nvidiactl', 'run/opengl-driver/lib/libcuda.so.1')
  expect(gpuBinds(root).slice(-3)).toEqual(['--ro-bind', '/run/opengl-driver', '/run/opengl-driver'])
})

test('without a GPU, or with a driver that is not loaded, there is nothing to bind', () => {
  expect(gpuBinds(machine('dev/sda'))).toEqual([])
  expect(gpuBinds(machine('dev/nvidiactl', 'dev/nvidia-uvm'))).toEqual([])
  expect(gpuBinds(machine('dev/nvidia0'))).toEqual([])
  expect(gpuBinds(temporary())).toEqual([])
})
