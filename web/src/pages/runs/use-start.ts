import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { Refused } from '../../live/rest.ts'
import { useSend } from '../../live/use-live.ts'
import { runHref } from '../../parts/bar.tsx'

/** 128 bits of chance; crypto.randomUUID is missing on pages that are not served over HTTPS or from this machine. */
const newKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

export type Start = {
  begin: (topic: string, config: Record<string, unknown>) => Promise<void>
  busy: boolean
  /** Why the server did not begin it, in its words. */
  refused: string | undefined
}

/** Begins a run and opens it. The same topic and settings, sent again after a lost answer, are the same run. */
export const useStart = (): Start => {
  const send = useSend()
  const [, go] = useLocation()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()
  const sent = useRef({ what: '', key: '' })

  const begin = async (topic: string, config: Record<string, unknown>) => {
    const what = JSON.stringify([topic, config])
    if (sent.current.what !== what) sent.current = { what, key: newKey() }
    setBusy(true)
    setRefused(undefined)
    try {
      const { run } = await send({ type: 'run.start', topic, config, idempotency_key: sent.current.key })
      sent.current = { what: '', key: '' }
      go(runHref(String(run)))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefused(error.message)
    } finally {
      setBusy(false)
    }
  }
  return { begin, busy, refused }
}
