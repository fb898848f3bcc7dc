import { BlockList, isIP } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

test.each(['1.1.1.1', '8.8.8.8', '172.32.0.1', '192.167.255.255', '223.255.255.255', '2606:4700:4700::1111', '2a00:1450:4001:81b::200e'])(
  '%s is of the open internet',
  (address) => expect(isPublicAddress(address)).toBe(true),
)

test.each([
  ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.0.0.1', '100.64.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255'],
  ...['192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fe80::1%lo', 'fc00::1', 'fd12::1', 'ff02::1'],
  ...[
    '::ffff:127.0.0.1',
    '::ffff:1.1.1.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    '2001::1',
    'localhost',
    '',
    '1.1.1',
    '0x7f.1',
  ],
])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false))

test('no address of a private network is public, however it is written', () => {
  const privates = new BlockList()
  for (const [net, bits] of [
    ['10.0.0.0', 8],
    ['127.0.0.0', 8],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['169.254.0.0', 16],
  ] as const)
    privates.addSubnet(net, bits, 'ipv4')
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      fc.pre(privates.check(address, 'ipv4'))
      expect([isPublicAddress(address), isPublicAddress(`::ffff:${address}`)]).toEqual([false, false])
    }),
    { numRuns: 30, maxSkipsPerRun: 10_000 },
  )
})

test('whatever the text, the answer is yes only for an address', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6(), fc.domain()), (text) => !isPublicAddress(text) || isIP(text) > 0))
})
