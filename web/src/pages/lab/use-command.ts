import { useState } from 'react'
import { Refused } from '../../live/rest.ts'
import { useSend } from '../../live/use-live.ts'
import { useWords } from '../../words/use-words.ts'
import { labWords } from './words.ts'

type Send = ReturnType<typeof useSend>

/** A command to the server, and how it stands: on its way, or refused with these words. */
export type Command = { busy: boolean; refused: string | null; send(frame: Parameters<Send>[0]): Promise<boolean> }

/** Sends commands one at a time; resolves to whether the last one was done. What the server says against it is kept to be shown. */
export const useCommand = (): Command => {
  const sendFrame = useSend()
  const { acts } = useWords(labWords)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const send: Command['send'] = async (frame) => {
    setBusy(true)
    setRefused(null)
    try {
      await sendFrame(frame)
      return true
    } catch (error) {
      setRefused(error instanceof Refused ? error.message : acts.failed)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, refused, send }
}
