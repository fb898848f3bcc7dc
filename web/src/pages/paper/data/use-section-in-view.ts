import { useEffect, useState } from 'react'

/** The last section whose head has passed the upper third of the window. */
export const useSectionInView = (entries: readonly { id: string }[]): string | undefined => {
  const [current, setCurrent] = useState<string>()
  const ids = entries.map(({ id }) => id).join(' ')
  useEffect(() => {
    const look = () => {
      const reached = ids.split(' ').filter((id) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top
        return top !== undefined && top < window.innerHeight / 3
      })
      setCurrent(reached.at(-1) ?? ids.split(' ')[0])
    }
    look()
    document.addEventListener('scroll', look, { passive: true })
    return () => document.removeEventListener('scroll', look)
  }, [ids])
  return current
}
