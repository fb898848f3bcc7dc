import { useId, useState } from 'react'
import type { RunView } from '../../live/run-view.ts'
import { Button, IconButton } from '../../parts/button.tsx'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { tapeWords } from './words.ts'

const speeds = [0.5, 1, 2, 4, 8, 16] as const

/** Plays from the moment that is shown, or stops there; nothing before the first entry. */
export const togglePlay = ({ player, head }: RunView, speed: number): void => {
  if (player.speed !== null) player.pause()
  else if (head.seq > 0) player.play(speed)
}

/** One entry back, play or pause, one entry on. */
export const PlayerKeys = ({ run, seq, speed }: { run: RunView; seq: number; speed: number }) => {
  const words = useWords(tapeWords)
  const { player, head } = run
  const playing = player.speed !== null
  return (
    <div className="player-keys">
      <IconButton className="step" icon="first" label={words.back} disabled={seq <= 1} onClick={() => player.seek(Math.max(1, seq - 1))} />
      <IconButton
        className="play"
        icon={playing ? 'pause' : 'play'}
        label={playing ? words.pause : words.play}
        disabled={head.seq === 0}
        onClick={() => togglePlay(run, speed)}
      />
      <IconButton
        className="step"
        icon="last"
        label={words.on}
        disabled={player.moment === null}
        onClick={() => player.seek(seq + 1 >= head.seq ? null : seq + 1)}
      />
    </div>
  )
}

/** The speed that is played at, and the way back to live. */
export const PlayerEnd = ({ run, speed, onSpeed }: { run: RunView; speed: number; onSpeed: (speed: number) => void }) => {
  const words = useWords(tapeWords)
  const { number } = useFormats()
  const name = useId()
  const { player, head } = run
  const choose = (chosen: number) => {
    onSpeed(chosen)
    if (player.speed !== null) player.play(chosen)
  }
  return (
    <div className="right">
      <fieldset className="speeds">
        <legend className="visually-hidden">{words.speed}</legend>
        {speeds.map((each) => (
          <label key={each}>
            <input type="radio" name={name} checked={each === speed} onChange={() => choose(each)} />
            {words.times(number(each, 1))}
          </label>
        ))}
      </fieldset>
      <Button disabled={player.moment === null} onClick={() => player.seek(null)}>
        {head.outcome === null && <span className={player.moment === null ? 'lampdot off' : 'lampdot'} aria-hidden="true" />}
        {head.outcome === null ? words.live : words.end}
      </Button>
    </div>
  )
}

/** The speed that was chosen, or that the player plays at. */
export const useSpeed = ({ player }: RunView): [number, (speed: number) => void] => {
  const [chosen, choose] = useState(1)
  return [player.speed ?? chosen, choose]
}
