const latin = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to)

const kinds: readonly { type: string; begins(bytes: Buffer): boolean }[] = [
  { type: 'image/png', begins: (bytes) => latin(bytes, 0, 8) === '\x89PNG\r\n\x1a\n' },
  { type: 'image/jpeg', begins: (bytes) => latin(bytes, 0, 3) === '\xff\xd8\xff' },
  { type: 'image/webp', begins: (bytes) => latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP' },
  { type: 'image/gif', begins: (bytes) => latin(bytes, 0, 4) === 'GIF8' },
]

/**
 * The media type of an image by its first bytes: PNG, JPEG, WebP or GIF. Nothing for all else, and so for SVG: it may hold programs.
 * What a server says that it sends is not asked.
 */
export const imageType = (bytes: Buffer): string | undefined => kinds.find(({ begins }) => begins(bytes))?.type
