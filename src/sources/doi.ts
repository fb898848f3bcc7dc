/** A DOI in lower case, without the address or prefix that it is often written with; none in anything else. */
export const parseDoi = (text: string): string | undefined =>
  /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(text.trim())?.[1]?.toLowerCase()
