import { useWords } from '../words/use-words.ts'
import { Dialog } from './dialog.tsx'
import { useKeyGroups } from './keys.ts'

const shown: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  ' ': '␣',
}

/** Every key that does something on this page. */
export const KeysDialog = ({ onClose }: { onClose: () => void }) => {
  const { keys } = useWords()
  return (
    <Dialog title={keys.title} onClose={onClose}>
      {useKeyGroups().map((group) => (
        <section key={group.title}>
          <h3 className="keys-of">{group.title}</h3>
          <dl className="keys">
            {group.keys.map((key) => (
              <div className="contents-only" key={key.keys}>
                <dt>
                  {(key.keys === ' ' ? [' '] : key.keys.split(' ')).map((one, place) => (
                    <kbd key={`${place} ${one}`}>{shown[one] ?? one}</kbd>
                  ))}
                </dt>
                <dd>{key.says}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
