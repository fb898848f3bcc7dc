import { z } from 'zod'

const sourceNames = ['bundled', 'arxiv', 'folder'] as const
export type SourceName = (typeof sourceNames)[number]

/** Addresses are stored with each run and named in reports, so none holds a password. */
const address = z.url({ protocol: /^https?$/ }).refine((text) => !/\/\/[^/]*@/.test(text), 'a URL here holds no user and no password')
const timeout = z.number().min(1).max(600).default(30).describe('Seconds after which a request without an answer is given up.')

/** The section `sources` of the configuration. */
export const sourcesSettings = z.strictObject({
  use: z
    .array(z.enum(sourceNames))
    .min(1)
    .optional()
    .describe('Where papers are looked for, side by side; when it is not set: bundled, and whatever has its address or path set here.'),
  arxiv: z
    .strictObject({
      'base-url': address
        .optional()
        .describe('Address of the arXiv query API or of a mirror; https://export.arxiv.org/api/query if not set.'),
      'interval-seconds': z
        .number()
        .min(0)
        .max(3600)
        .optional()
        .describe('Least seconds between two requests, over all labs on this machine; 3 if not set, or 0 for an address on this machine.'),
      'timeout-seconds': timeout,
    })
    .prefault({})
    .describe('arXiv, or a mirror of it.'),
  folder: z
    .strictObject({
      path: z.string().min(1).optional().describe('Folder with your own PDF, Markdown, text and BibTeX files.'),
    })
    .prefault({})
    .describe('Your own papers.'),
  datasets: z
    .strictObject({
      'base-url': address
        .optional()
        .describe('Address of a Hugging Face hub to search for data sets as well, such as https://huggingface.co.'),
      folder: z
        .string()
        .min(1)
        .optional()
        .describe('Folder with your own data: CSV, TSV, JSON Lines and ARFF files, images in a folder for each class.'),
      'openml-url': address.optional().describe('Address of OpenML to search and load from as well, such as https://www.openml.org.'),
      'rows-url': address
        .optional()
        .describe('Address of the Hugging Face dataset viewer that gives rows; https://datasets-server.huggingface.co if not set.'),
      'timeout-seconds': timeout,
    })
    .prefault({})
    .describe('Where data sets are looked for beyond the bundled catalogue.'),
})
export type SourcesSettings = z.infer<typeof sourcesSettings>

/**
 * The sources to ask, best first: those that `use` names; without it, those whose address or path is set, then the bundled
 * bibliography.
 */
export const chooseSources = ({ use, arxiv, folder }: SourcesSettings): SourceName[] => {
  if (use !== undefined) return [...new Set(use)]
  return [
    ...(folder.path === undefined ? [] : ['folder' as const]),
    ...(arxiv['base-url'] === undefined ? [] : ['arxiv' as const]),
    'bundled',
  ]
}
