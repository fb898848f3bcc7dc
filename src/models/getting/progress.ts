/** How far something is: what is done, and the bytes of it where they are known. */
export type Progress = { what: string; done?: number; total?: number }
