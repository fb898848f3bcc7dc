import type { ReactNode } from 'react'

const drawings = {
  play: <path d="M5 3.2v9.6l7.5-4.8z" fill="currentColor" />,
  pause: <path d="M5.5 3.5v9M10.5 3.5v9" strokeWidth="2.2" />,
  stop: <path d="M4 4h8v8H4z" fill="currentColor" />,
  note: <path d="M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3zM9 4.7l2.3 2.3" />,
  back: <path d="M6 4 2.5 7.5 6 11M2.5 7.5h7a4 4 0 0 1 4 4V13" />,
  previous: <path d="M10 3.5 5.5 8l4.5 4.5" />,
  next: <path d="M6 3.5 10.5 8 6 12.5" />,
  first: <path d="M4.5 3.5v9M12 3.5 7.5 8l4.5 4.5z" />,
  last: <path d="M11.5 3.5v9M4 3.5 8.5 8 4 12.5z" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.5 3.5" />
    </>
  ),
  download: <path d="M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13.5h10" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  theme: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
    </>
  ),
} as const satisfies Record<string, ReactNode>
export type IconName = keyof typeof drawings

/** A small drawing beside words; never alone, except in the player. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    {drawings[name]}
  </svg>
)
