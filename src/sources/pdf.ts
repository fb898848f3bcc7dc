import { foldSpace } from './entities.ts'

/** What a PDF says of itself; the text keeps its lines. Empty strings where it says nothing. */
export type Pdf = { text: string; title: string; author: string }

const said = (value: unknown): string => (typeof value === 'string' ? foldSpace(value) : '')

/** Reads a PDF. Throws what the reader throws when it is broken, or locked by a password. */
export const readPdf = async (bytes: Uint8Array): Promise<Pdf> => {
  const { extractText, getDocumentProxy } = await import('unpdf')
  // The reader takes the bytes over, and says nothing on the console at verbosity 0.
  const document = await getDocumentProxy(bytes.slice(), { verbosity: 0 })
  try {
    const info: Record<string, unknown> = { ...(await document.getMetadata()).info }
    const { text } = await extractText(document, { mergePages: false })
    return { text: text.join('\n\n'), title: said(info.Title), author: said(info.Author) }
  } finally {
    await document.loadingTask.destroy()
  }
}
