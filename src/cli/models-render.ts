import type { Config } from '../api/index.ts'
import type { ListedModel, ModelsListing } from './models-listing.ts'
import { type ModelsWords, modelsWords } from './models-words.ts'
import { printable } from './printable.ts'

type Provider = ModelsListing['providers'][number]

/** More of a server's models than these are counted. */
const mostNamed = 12

const modelLine = ({ name, ...known }: ListedModel, { known: tell }: ModelsWords): string => {
  const told = tell(known)
  return `  ${printable(name)}${told === '' ? '' : `: ${told}`}`
}

const packageOf = ({ package: own }: Provider, { listing }: ModelsWords): string =>
  own === undefined ? '' : `, ${own.installed ? listing.installed(own.name) : listing.notInstalled(own.name)}`

const keyOf = ({ key }: Provider, { listing }: ModelsWords): string =>
  key === undefined ? '' : `, ${key.set ? listing.keySet(key.name) : listing.keyNotSet(key.name)}`

const about = (one: Provider, words: ModelsWords): string[] => {
  const state = words.listing[one.status === 'answers' && one.models.length === 0 ? 'empty' : one.status]
  const lead = `${one.provider} (${printable(one.address ?? '')}): ${state}${keyOf(one, words)}${packageOf(one, words)}`
  const more = one.models.length - mostNamed
  return [
    lead,
    ...(one.status === 'trouble' && one.problem !== undefined ? [`  ${printable(one.problem)}`] : []),
    ...one.models.slice(0, mostNamed).map((model) => modelLine(model, words)),
    ...(more > 0 ? [`  ${words.listing.more(more)}`] : []),
  ]
}

/** For people, in the language of the interface: a line for each provider, and below it its models with what is known of them. */
export const renderListing = (listing: ModelsListing, language: Config['ui']['language']): string[] => {
  const words = modelsWords[language]
  return [
    `${words.listing.configured}: ${printable(listing.configured)}`,
    ...listing.providers.flatMap((one) => about(one, words)),
    ...Object.values(listing.probed).map((seen) => `${words.listing.probed}: ${printable(seen.model)}: ${words.seen(seen)}`),
    words.listing.anyServer,
    words.listing.noModel,
  ]
}
