import { expect, test } from 'vitest'
import { dockerCommand, dockerEnding } from './docker-command.ts'

const plan = {
  docker: '/usr/bin/docker',
  image: 'python:3.13-slim',
  name: 'gal-1',
  work: '/runs/p1',
  user: '60706:60706',
  language: 'python' as const,
  settings: { folder: '/runs/p1', seconds: 60, memoryMiB: 512, outputChars: 100 },
  env: { LANG: 'C.UTF-8' },
  command: ['python3', '-E', 'main.py'],
}
const line = (given: Partial<typeof plan> = {}) => dockerCommand({ ...plan, ...given }).join(' ')

test.each([
  ['there is no network', '--network none'],
  ['nothing of the image can be written to', '--read-only'],
  ['there are no rights', '--cap-drop ALL'],
  ['a setuid program gains nothing', '--security-opt no-new-privileges'],
  ['processes are limited', '--pids-limit 128'],
  ['memory is limited, for all together', '--memory 1664m --memory-swap 1664m'],
  ['memory is limited, for each', `--ulimit data=${512 * 1024 * 1024}`],
  ['scratch memory is limited', '--tmpfs /tmp:rw,nosuid,nodev,size=128m,mode=1777'],
  ['shared memory is limited', '--shm-size 128m'],
  ['files are limited in size', `--ulimit fsize=${256 * 1024 * 1024}`],
  ['files are limited in number', '--ulimit nofile=1024'],
  ['no core is left', '--ulimit core=0'],
  ['it is somebody who owns nothing', '--user 60706:60706'],
  ['its folder is /lab', '--mount type=bind,source=/runs/p1,target=/lab --mount'],
  ['the result file is not its to write', '--mount type=bind,source=/runs/p1/result.json,target=/lab/result.json,readonly'],
  ['nothing is pulled', '--pull never'],
  ['what it says is kept nowhere else', '--log-driver none'],
])('%s', (_what, words) => expect(` ${line()} `).toContain(` ${words} `.replace(/mount $/, 'mount')))

test('processor time is limited: the time limit on all cores', () => expect(line()).toMatch(/--ulimit cpu=(\d+):(\d+) /))

test('the interpreter’s arguments come after the image, and nothing after them', () => {
  expect(dockerCommand(plan).slice(-5)).toEqual(['--entrypoint', 'python3', 'python:3.13-slim', '-E', 'main.py'])
})

test('a folder whose name has a comma or a quote is still one folder', () => {
  expect(dockerCommand({ ...plan, work: '/a,b"c' })).toContain('type=bind,"source=/a,b""c",target=/lab')
})

test('it is ended by its name', () => expect(dockerEnding('docker', 'gal-1')).toEqual(['docker', 'rm', '--force', 'gal-1']))
