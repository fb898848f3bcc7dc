import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { probeBubblewrap } from '../../src/sandbox/probe-bubblewrap.ts'
import { testTools } from '../../src/sandbox/sandbox.conformance.ts'
import { root } from '../support/gal.ts'

const under = (command: readonly string[]) =>
  spawnSync('/usr/bin/python3', [join(import.meta.dirname, 'under_profile.py'), join(root, 'docker/seccomp.json'), ...command], {
    encoding: 'utf8',
    timeout: 30_000,
    cwd: '/',
  })

const probe = await probeBubblewrap(testTools)
const why = 'problem' in probe ? probe.problem : under(['true']).status === 77 ? 'no libseccomp: apt-get install libseccomp2' : undefined

const system = [
  '--ro-bind',
  '/usr',
  '/usr',
  '--symlink',
  'usr/lib',
  '/lib',
  '--symlink',
  'usr/lib64',
  '/lib64',
  '--symlink',
  'usr/bin',
  '/bin',
]
const box = [
  'bwrap',
  '--unshare-all',
  '--unshare-user',
  ...system,
  '--proc',
  '/proc',
  '--dev',
  '/dev',
  '--tmpfs',
  '/tmp',
  '--hostname',
  'lab',
]
const inside = [...box, '--uid', '65534', '--gid', '65534', '--cap-drop', 'ALL', '--', '/usr/bin/python3', '-I', '-c']

/** Prints for each kind of socket the number of the error that the kernel answers, or 0. */
const sockets = (kinds: readonly string[]) => `
import socket
for kind in [${kinds.join(', ')}]:
    try:
        socket.socket(*kind)
        print(0)
    except OSError as error:
        print(error.errno)`

describe.skipIf(why)(`docker/seccomp.json${why ? ` (skipped: ${why})` : ''}`, () => {
  test('lets bubblewrap make its namespaces and mounts, as a user without any right', () => {
    const { status, stdout, stderr } = under([...inside, 'import os; print(os.uname().nodename, os.listdir("/tmp"))'])
    expect([stderr, stdout, status]).toEqual(['', 'lab []\n', 0])
  })

  test('leaves a program the sockets of networks, and none to the kernel’s other parts', () => {
    const open = sockets(['(2, 1)', '(10, 1)', '(1, 1)', '(16, 3, 0)'])
    expect(under([...inside, open]).stdout).toBe('0\n0\n0\n0\n')
    const shut = sockets(['(16, 3, 12)', '(15, 3, 2)', '(17, 3)', '(38, 5)', '(40, 1)'])
    expect(under([...inside, shut]).stdout).toBe('93\n97\n97\n97\n97\n')
  })

  test('forbids what reaches into the kernel, and says that newer ways of it do not exist', () => {
    const calls = 'import ctypes, sys; seccomp = ctypes.CDLL("libseccomp.so.2"); libc = ctypes.CDLL(None, use_errno=True)'
    const code = `${calls}
for name in sys.argv[1:]:
    libc.syscall(seccomp.seccomp_syscall_resolve_name(name.encode()), 0, 0, 0, 0, 0)
    print(name, ctypes.get_errno())`
    const { stdout } = under([...inside, code, 'bpf', 'keyctl', 'perf_event_open', 'ptrace', 'userfaultfd', 'io_uring_setup', 'fsopen'])
    expect(stdout.trim().split('\n')).toEqual([
      ...['bpf 1', 'keyctl 1', 'perf_event_open 1', 'ptrace 1', 'userfaultfd 1'],
      ...['io_uring_setup 38', 'fsopen 38'],
    ])
  })
})
