import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const isGpu = (name: string): boolean => /^nvidia\d+$/.test(name)
/** What CUDA opens beside a GPU: control, unified memory, and the folder of the parts that a GPU can be cut into. */
const besides = ['nvidiactl', 'nvidia-uvm', 'nvidia-uvm-tools', 'nvidia-modeset', 'nvidia-caps']

/** Where drivers lie on systems that do not keep them in /usr, which programs see anyway. */
const driverFolders = ['run/opengl-driver', 'opt/cuda']

const list = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : [])

/**
 * Arguments for bubblewrap that let a program use the NVIDIA GPUs of this machine; none where there is no GPU. They belong between
 * `--dev /dev` and `--remount-ro /dev`. A device bound without --dev-bind could be seen and not opened.
 * @param root the folder that stands for /
 */
export const gpuBinds = (root = '/'): string[] => {
  const devices = list(join(root, 'dev'))
  if (!devices.some(isGpu) || !devices.includes('nvidiactl')) return []
  const wanted = devices.filter((name) => isGpu(name) || besides.includes(name)).map((name) => `/dev/${name}`)
  const folders = driverFolders.filter((folder) => existsSync(join(root, folder))).map((folder) => `/${folder}`)
  return [...wanted.flatMap((path) => ['--dev-bind', path, path]), ...folders.flatMap((path) => ['--ro-bind', path, path])]
}
