import { z } from 'zod'

/** What a source knows of a paper. `id` is the source's own: 'arxiv:1906.02629', 'folder:notes.md', 'bundled:muller2019'. */
export const paper = z.strictObject({
  id: z.string().min(1).max(200),
  source: z.string().min(1),
  title: z.string().min(1),
  authors: z.array(z.string()),
  year: z.int().optional(),
  abstract: z.string(),
  arxiv: z.string().optional(),
  doi: z.string().optional(),
  url: z.string().optional(),
  venue: z.string().optional(),
})
export type Paper = z.infer<typeof paper>
