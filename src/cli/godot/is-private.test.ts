import { expect, test } from 'vitest'
import { isPrivate } from './is-private.ts'

test.skipIf(process.platform === 'win32')('private is what the user owns and nobody else can read or change', () => {
  const uid = process.geteuid?.() ?? 0
  expect(isPrivate({ uid, mode: 0o100600 })).toBe(true)
  expect(isPrivate({ uid, mode: 0o40700 })).toBe(true)
  expect(isPrivate({ uid: uid + 1, mode: 0o100600 })).toBe(false)
  for (const bit of [0o40, 0o20, 0o10, 0o4, 0o2, 0o1]) expect(isPrivate({ uid, mode: 0o100600 | bit })).toBe(false)
})
