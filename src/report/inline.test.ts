import { describe, expect, test } from 'vitest'
import { neutraliseLine } from './inline.ts'

const cite = (ids: readonly string[]) => `<${ids.join('+')}>`
const line = (text: string) => neutraliseLine(text, cite, false)

describe('what a line of Markdown from a model becomes', () => {
  test.each([
    ['keeps emphasis, formulas and links to the web', 'A *b* $x^2$ [c](https://d.org/e_(f)).', 'A *b* $x^2$ [c](https://d.org/e_(f)).'],
    ['escapes raw HTML', 'a <script>b</script> <!-- c', 'a &lt;script>b&lt;/script> &lt;!-- c'],
    ['leaves a comparison alone', 'a < b and 1 <2', 'a < b and 1 <2'],
    ['keeps formulas readable for those who set them', '$a<b$ but <b>', '$a< b$ but &lt;b>'],
    ['turns an address in angle brackets into a bare one', '<https://a.org/b>', 'https://a.org/b'],
    ['does not let an address in angle brackets hide a target', '[x<https://a](javascript:b)>', '[x&lt;https://a]\\(javascript:b)>'],
    ['breaks links that run scripts', '[a](javascript:b)', '[a]\\(javascript:b)'],
    [
      'breaks links whose target is disguised',
      '[a](&#106;avascript:b) [c](java\\:d) [e](<data:f>)',
      '[a]\\(&#106;avascript:b) [c]\\(java\\:d) [e]\\(&lt;data:f>)',
    ],
    ['breaks links whose target is on the next line', '[a](', '[a]\\('],
    ['makes a link of a picture from elsewhere', '![a](https://b.org/c.png)', '\\![a](https://b.org/c.png)'],
    ['makes no picture of data or of a reference', '![a](data:b) ![c][d]', '\\![a]\\(data:b) \\![c][d]'],
    ['keeps a picture that lies beside the report', '![a](figures/arms.svg)', '![a](figures/arms.svg)'],
    ['is not fooled by an escaped backslash before a picture', '\\\\![a](//b)', '\\\\\\![a]\\(//b)'],
    ['keeps definitions of links to the web only', '[a]: https://b.org', '[a]: https://b.org'],
    ['breaks definitions of other links', '[a]: javascript:b', '[a]\\: javascript:b'],
    ['leaves code as it is', '`<b> ![a](c)` and ``d`<e>``', '`<b> ![a](c)` and ``d`<e>``'],
    ['escapes ticks that open no code', '`a', '\\`a'],
    ['takes an escaped tick for no beginning of code', '\\`<b>`', '\\`&lt;b>\\`'],
    ['makes code inert where the line may be a row of a table', '| `a | b` `<b>` |', '| `a | b` `&lt;b>` |'],
    ['hands citations on, one or several in a bracket', '[@a:1] and [@a:1; @b.2]', '<a:1> and <a:1+b.2>'],
    ['takes no citation from code', '`[@a]`', '`[@a]`'],
  ])('it %s', (_, text, expected) => {
    expect(line(text)).toBe(expected)
  })
})
