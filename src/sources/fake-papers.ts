/** For tests: a PDF of one page that shows these lines, with a title if one is given. */
export const pdfOf = (lines: readonly string[], title?: string): Buffer => {
  const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&')
  const shown = lines.map((line) => `(${escaped(line)}) Tj T*`).join('\n')
  const stream = `BT /F1 10 Tf 12 TL 40 780 Td\n${shown}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< ${title === undefined ? '' : `/Title (${escaped(title)}) /Author (Ada Example; Bo Sample)`} >>`,
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  )
}

/** For tests: a feed as the arXiv query API writes it. */
export const feedOf = (
  papers: readonly { id: string; title: string; summary?: string }[],
): string => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="html">ArXiv Query: search_query=all:x</title>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${papers.length}</opensearch:totalResults>
${papers
  .map(
    ({ id, title, summary = 'A summary.' }) => `  <entry>
    <id>http://arxiv.org/abs/${id}v2</id>
    <published>2019-06-06T17:59:59Z</published>
    <title>${title}</title>
    <summary>  ${summary}
</summary>
    <author><name>Ada Example</name></author>
    <author><name>Bo Sample</name><arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">Somewhere</arxiv:affiliation></author>
    <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1000/${id}</arxiv:doi>
    <arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">J. Examples 1 (2019)</arxiv:journal_ref>
    <link href="http://arxiv.org/abs/${id}v2" rel="alternate" type="text/html"/>
  </entry>`,
  )
  .join('\n')}
</feed>`

/** For tests: the feed that the API gives in place of an answer. */
export const errorFeed = (words: string): string => `<feed xmlns="http://www.w3.org/2005/Atom"><title>ArXiv Query</title>
<entry><id>http://arxiv.org/api/errors#${words.replaceAll(' ', '_')}</id><title>Error</title><summary>${words}</summary></entry></feed>`
