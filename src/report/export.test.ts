import { strToU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { StoredEvent } from '../store/event-log.ts'
import { exportJsonl, exportZip } from './export.ts'

const stored: StoredEvent = { run: 'r', seq: 1, pos: 9, at: '2026-01-01T00:00:00.000Z', event: { type: 'pause-ask', by: 'a\nb' } }

describe('the log as lines of JSON', () => {
  test('has one line for an event, with these keys and no others', () => {
    const lines = [...exportJsonl([{ ...stored, hash: 'secret' } as StoredEvent, { ...stored, seq: 2 }])]
    expect(lines[0]).toBe('{"run":"r","seq":1,"pos":9,"at":"2026-01-01T00:00:00.000Z","event":{"type":"pause-ask","by":"a\\nb"}}\n')
    expect(lines).toHaveLength(2)
    expect(lines.join('').split('\n')).toHaveLength(3)
  })
})

describe('files as an archive', () => {
  const files = { 'b/é.txt': strToU8('two'), 'a.txt': strToU8('one') }

  test('come back as they were', async () => {
    expect(unzipSync(await exportZip(files))).toEqual({ 'a.txt': strToU8('one'), 'b/é.txt': strToU8('two') })
  })

  test('give the same bytes in whatever order they are named', async () => {
    const turned = Object.fromEntries(Object.entries(files).reverse())
    expect(Buffer.from(await exportZip(turned)).equals(Buffer.from(await exportZip(files)))).toBe(true)
  })
})
