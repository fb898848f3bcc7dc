const names = {
  first: '--ink',
  second: '--ink-2',
  third: '--ink-3',
  rule: '--rule-2',
  grid: '--grid',
  lamp: '--lamp',
  bad: '--bad',
  link: '--link',
  paper: '--paper',
} as const

/** The colours of the style sheet as a canvas takes them. */
export type Inks = Readonly<Record<keyof typeof names, string>>

/** Looks the tokens up where they are used: a token is light-dark(…), so only a drawn element knows its colour. */
export const inks = (element: HTMLElement): Inks => {
  const probe = document.createElement('i')
  probe.hidden = true
  element.append(probe)
  const colours = Object.entries(names).map(([name, token]) => {
    probe.style.color = `var(${token})`
    return [name, getComputedStyle(probe).color]
  })
  probe.remove()
  return Object.fromEntries(colours) as Inks
}
