import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { closeCodes, limits } from '../../src/transport/limits.ts'
import { clientFrames, serverFrames } from '../../src/transport/protocol.ts'
import { readFrame } from '../../src/transport/read-frame.ts'
import { readSeedRequest } from '../../src/transport/seed/request.ts'
import { root } from '../support/gal.ts'

const guide = readFileSync(join(root, 'docs/protocol.md'), 'utf8')
const section = (title: string): string => guide.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? ''
const framesIn = (text: string): { type?: string }[] =>
  [...text.matchAll(/```json\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
    block
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  )

describe('1.23 the guide for front ends', () => {
  test('1.23 names every frame and every command', () => {
    const names = [...Object.keys(clientFrames), ...Object.keys(serverFrames)]
    expect(names.filter((name) => !guide.includes(`\`${name}\``) && !guide.includes(`"type":"${name}"`))).toEqual([])
  })

  test('1.23 shows frames that are what the protocol takes and gives', () => {
    const [ours, first] = [framesIn(guide.split('## The first two protocols')[0] ?? ''), framesIn(section('The first two protocols'))]
    expect(ours.length).toBeGreaterThan(6)
    for (const frame of ours) {
      const type = frame.type ?? ''
      const known = type in clientFrames ? 'frame' in readFrame(frame) : type in serverFrames
      expect(known, JSON.stringify(frame)).toBe(true)
      const server = Object.entries(serverFrames).find(([name]) => name === type)?.[1]
      if (server) expect(server.safeParse(frame).error).toBeUndefined()
    }
    expect(first.map((frame) => readSeedRequest(frame)?.kind)).toEqual([
      'greeting',
      'greeting',
      ...Array(3).fill('execution'),
      undefined,
      undefined,
    ])
  })

  test('1.23 says every limit and every close code as it is', () => {
    const numbers = [
      limits.frameInBeforeHello,
      limits.frameIn,
      limits.frameOut,
      limits.depth,
      limits.commandsPerSecond,
      limits.messagesPerSecond,
      limits.openCommands,
      limits.waitingExecutions,
      limits.waiting,
      limits.waitingFrames,
      limits.patience / 1000,
      limits.ping / 1000,
      limits.silence / 1000,
    ]
    const told = section('Limits')
    expect(numbers.filter((number) => !new RegExp(`\\b${number}\\b`).test(told))).toEqual([])
    expect(section('Snapshot')).toContain(` ${limits.gap} entries`)
    expect(guide).toContain(`after ${limits.heartbeat / 1000} s of silence`)
    const codes = [...section('Close codes').matchAll(/^\| (\d{4}) \|/gm)].map(([, code]) => Number(code))
    expect(codes.sort()).toEqual(Object.values(closeCodes).sort())
  })
})
