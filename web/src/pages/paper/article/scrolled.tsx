import type { ReactNode } from 'react'

type ScrolledProps = { className: string; label: string; children: ReactNode }

/** Something that may be wider or longer than its place: it scrolls by itself, and the keyboard reaches it. */
export const Scrolled = ({ className, label, children }: ScrolledProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and a section would be a landmark.
  <div
    className={className}
    role="group"
    aria-label={label} // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard.
    tabIndex={0}
  >
    {children}
  </div>
)
