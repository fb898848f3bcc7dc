import { z } from 'zod'

/** Where a server listens, without a key in it. */
export const serverAddress = z
  .url({ protocol: /^https?$/ })
  .refine((text) => !/\/\/[^/]*@/.test(text), 'a URL here holds no user and no password')

/** The name of an environment variable, or nothing: a key itself is refused. */
export const keyVariable = z.string().regex(/^\w*$/)
