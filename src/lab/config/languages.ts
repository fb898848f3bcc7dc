const codes =
  'af ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko la lt lv mk ml mn mr ms nb nl nn no pa pl pt ro ru sk sl sq sr sv sw ta te th tl tr uk ur uz vi yo zh zu'.split(
    ' ',
  )

const nameIn = (language: string, code: string): string =>
  (new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? '').toLowerCase()

/** The code of a language that is named in English or in itself ('Spanish', 'español'), or given by its code in any case. */
export const languageCode = (name: string): string | undefined => {
  const wanted = name.trim().toLowerCase()
  return codes.find((code) => code === wanted) ?? codes.find((code) => nameIn('en', code) === wanted || nameIn(code, code) === wanted)
}
