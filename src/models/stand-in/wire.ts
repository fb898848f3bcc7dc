/** How a server streams a text, well and badly, and how it words an error. Each is the pieces that it sends. */
export type ServerWire = {
  type: string
  said(text: string): string[]
  whole(text: string): string[]
  cutOff(text: string): string[]
  withoutReason(text: string): string[]
  withoutEnd(text: string): string[]
  broken(text: string): string[]
  empty(): string[]
  /** A model that thinks for as long as it may and then ends, having said nothing. */
  onlyThoughts(text: string): string[]
  /** A model that calls the tool `turn` with these arguments; none for a server that knows no tools here. */
  called?(args: string): string[]
  /** The body of a refusal, and of an error that comes with status 200. */
  error(message: string): string
}
