const pattern = /(?:^|[/:\s])(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?$/

/** The arXiv id, without its version, in 'arxiv:1706.03762v5', 'hep-th/9901001' or the address of a paper; none in anything else. */
export const parseArxivId = (text: string): string | undefined => pattern.exec(text.trim())?.[1]
