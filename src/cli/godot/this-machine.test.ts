import { networkInterfaces } from 'node:os'
import { expect, test } from 'vitest'
import { isThisMachine } from './this-machine.ts'

const own = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address))

test.each(['localhost', '127.0.0.1', '127.8.8.8', '::1', '[::1]', ...own])('%s is this machine', (host) => {
  expect(isThisMachine(host)).toBe(true)
})

test.each(['lab.example', '192.0.2.1', '127.0.0.1.lab.example', 'localhost.lab.example', '0.0.0.0', '[2001:db8::1]', ''])(
  '%s is not',
  (host) => {
    expect(isThisMachine(host)).toBe(false)
  },
)
