import { type Language, useLanguage } from './language.ts'

const made = new Map<string, unknown>()
/** Formats are dear to make and used on every row. */
const once = <Format>(key: string, make: () => Format): Format => {
  const known = made.get(key) as Format | undefined
  if (known !== undefined) return known
  const fresh = make()
  made.set(key, fresh)
  return fresh
}

const two = (value: number): string => String(value).padStart(2, '0')

/** Seconds as people read a clock: 0:48, 41:18, 1:15:00. */
export const clock = (seconds: number): string => {
  const all = Math.max(0, Math.floor(seconds))
  const [hours, minutes] = [Math.floor(all / 3600), Math.floor(all / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`
}

const steps = [
  { unit: 'minute', seconds: 60, below: 3600 },
  { unit: 'hour', seconds: 3600, below: 24 * 3600 },
  { unit: 'day', seconds: 24 * 3600, below: 30 * 24 * 3600 },
] as const

const isTag = (tag: string): boolean => {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0
  } catch {
    return false // Some browsers name a locale of the system, “en-US@posix”, which is no tag.
  }
}

/**
 * How dates are written: the form of the browser's own variant of the language, else of the language, and the hours as the browser
 * counts them, whichever language the page speaks.
 */
const habitOf = (language: Language, preferred: readonly string[]) => {
  const tags = preferred.filter(isTag)
  const { hourCycle } = new Intl.DateTimeFormat(tags[0] ?? language, { hour: 'numeric' }).resolvedOptions()
  return { tag: tags.find((tag) => new Intl.Locale(tag).language === language) ?? language, hours: hourCycle ? { hourCycle } : {} }
}

const formatsIn = (language: Language, preferred: readonly string[]) => {
  const { tag, hours } = habitOf(language, preferred)
  const number = (options: Intl.NumberFormatOptions) =>
    once(`${language} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(language, options)).format
  const date = (key: string, options: Intl.DateTimeFormatOptions) =>
    once(`${tag} ${hours.hourCycle} ${key}`, () => new Intl.DateTimeFormat(tag, options))
  const relative = () => once(`${language} age`, () => new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }))

  return {
    /** A count or a measurement, with at most `digits` decimals. */
    number: (value: number, digits = 0) => number({ maximumFractionDigits: digits })(value),
    /** With exactly so many decimals, as scores in one column. */
    fixed: (value: number, digits: number) => number({ minimumFractionDigits: digits, maximumFractionDigits: digits })(value),
    /** Long counts in short: 1.21 M. */
    short: (value: number) => number({ notation: 'compact', maximumSignificantDigits: 3 })(value),
    /** In the currency of models.price, which the viewer does not know: the number alone, two decimals. */
    money: (value: number) => number({ minimumFractionDigits: 2, maximumFractionDigits: value !== 0 && value < 0.01 ? 4 : 2 })(value),
    clock,
    /** The time of day of an ISO time, where the viewer is: 11:02 or 11:02:33, 7:02 PM or 7:02:33 PM. */
    time: (at: string, precise = false) =>
      date(precise ? 'precise' : 'time', { timeStyle: precise ? 'medium' : 'short', ...hours }).format(new Date(at)),
    /** The day of an ISO time and its time of day. */
    day: (at: string) => date('day', { dateStyle: 'medium', timeStyle: 'short', ...hours }).format(new Date(at)),
    /** How long ago, seen from `now` (ms since 1970): “3 hr. ago”, “yesterday”; a date after a month. */
    age: (at: string, now: number) => {
      const seconds = Math.max(0, (now - Date.parse(at)) / 1000)
      if (seconds < 60) return relative().format(0, 'second')
      const step = steps.find(({ below }) => seconds < below)
      if (!step) return date('date', { dateStyle: 'medium' }).format(new Date(at))
      return relative().format(-Math.floor(seconds / step.seconds), step.unit)
    },
  }
}
export type Formats = ReturnType<typeof formatsIn>

/** Numbers, times and lengths in words of a language; dates as a person writes them whose browser prefers these tags. */
export const formats = (language: Language, preferred: readonly string[] = navigator.languages): Formats =>
  once(`${language} all ${preferred.join()}`, () => formatsIn(language, preferred))
export const useFormats = (): Formats => formats(useLanguage())
