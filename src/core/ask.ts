/** A turn's ask is the name of the phase's tell, and after a colon what it is about: a section, a program. */
export const joinAsk = (tell: string, about: string | undefined): string => (about === undefined ? tell : `${tell}:${about}`)

/** The tell that an ask came from. */
export const tellIn = (ask: string): string => ask.split(':', 1)[0] ?? ''

/** What an ask is about; nothing for a tell that stands alone. */
export const aboutIn = (ask: string): string | undefined => (ask.includes(':') ? ask.slice(ask.indexOf(':') + 1) : undefined)
