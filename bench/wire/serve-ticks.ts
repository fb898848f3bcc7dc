/** What a server process tells at the end: milliseconds of CPU while it ticked, and bytes of memory. */
export type ServerCost = { cpu: number; memory: number }

const perSecond = 50

/** Tells the port, and when told to (`{ ticks }`) ticks so often, 50 times a second, then tells what it cost. Ticks that come late are made up for. */
export const serveTicks = (port: number, tick: (due: bigint) => void): void => {
  process.on('message', ({ ticks }: { ticks: number }) => {
    const begin = process.hrtime.bigint()
    // A tick that comes late is late for its viewers, too: its time is when it was due.
    const dueAt = (place: number): bigint => begin + (BigInt(place) * 1_000_000_000n) / BigInt(perSecond)
    const before = process.cpuUsage()
    let done = 0
    const timer = setInterval(() => {
      while (done < ticks && process.hrtime.bigint() >= dueAt(done)) {
        tick(dueAt(done))
        done += 1
      }
      if (done < ticks) return
      clearInterval(timer)
      const { user, system } = process.cpuUsage(before)
      const cost: ServerCost = { cpu: (user + system) / 1000, memory: process.memoryUsage().rss }
      process.send?.({ cost })
    }, 2)
  })
  process.on('disconnect', () => process.exit())
  process.send?.({ port })
}
