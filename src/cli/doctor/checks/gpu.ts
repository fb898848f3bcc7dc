import { z } from 'zod'
import { runProcess } from '../../../process/run-process.ts'
import type { Check } from '../check.ts'
import { broken, type Finding, missing, ok, warning } from '../finding.ts'
import type { Given } from '../given.ts'
import { onPath } from '../on-path.ts'

const about = { id: 'gpu', name: 'gpu' }
const asked = ['--query-gpu=name,memory.total,driver_version', '--format=csv,noheader']

const nvidia = async ({ io, machine }: Given, signal: AbortSignal): Promise<Finding> => {
  const command = onPath('nvidia-smi', io.env.PATH)
  if (command === undefined)
    return missing({ ...about, fix: 'models run on the processor; Ollama takes other GPUs by itself' }, 'nvidia-smi is not on the PATH')
  const spec = { command, args: asked, cwd: '/', env: machine.tools.env, seconds: 20, outputChars: 4000 }
  const { exitCode, output } = await runProcess(spec, signal, () => undefined)
  const lines = output
    .trim()
    .split('\n')
    .filter((line) => line !== '')
  if (exitCode === 0 && lines.length > 0) return ok(about, lines.join('; '))
  return broken(
    { ...about, fix: 'see what nvidia-smi says: the driver may not fit the kernel' },
    `nvidia-smi finds no GPU: ${lines[0] ?? 'it says nothing'}`,
  )
}

const loaded = z.looseObject({
  models: z.array(z.looseObject({ name: z.string(), size: z.number().default(0), size_vram: z.number().default(0) })),
})

const shareOf = ({ size, size_vram: onGpu }: { size: number; size_vram: number }): number =>
  size > 0 ? Math.round((100 * onGpu) / size) : 0

/** What Ollama has in memory at the moment, and how much of it on a GPU. */
const ollamaMemory = async ({ machine, loaded: { config } }: Given, hasGpu: boolean, signal: AbortSignal): Promise<Finding[]> => {
  const memory = { id: 'gpu.ollama', name: 'ollama memory' }
  try {
    const url = `${config.models.ollama['base-url'].replace(/\/+$/, '')}/api/ps`
    const { models } = loaded.parse(await (await machine.fetch(url, { signal })).json())
    if (models.length === 0) return [ok(memory, 'Ollama has no model in memory now: ask again while one answers')]
    const what = models.map((one) => `${one.name}: ${shareOf(one)} % on the GPU`).join('; ')
    const idle = hasGpu && models.some((one) => shareOf(one) < 99)
    return [
      idle
        ? warning({ ...memory, fix: 'a smaller model, or a smaller models.ollama.context, fits on the GPU whole' }, what)
        : ok(memory, what),
    ]
  } catch {
    return [] // That Ollama does not answer is said of its server.
  }
}

export const gpu: Check = {
  id: 'gpu',
  name: 'gpu',
  async run(given, signal) {
    const found = await nvidia(given, signal)
    const within = AbortSignal.any([signal, AbortSignal.timeout(1500)])
    return [found, ...(await ollamaMemory(given, found.status === 'ok', within))]
  },
}
