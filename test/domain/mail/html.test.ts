import { describe, expect, test } from 'vitest'
import { textOfHtml } from '../../../shared/domain/mail/html-text.ts'
import { safeHtml } from '../../../shared/domain/mail/sanitise-html.ts'

describe('the text of a page', () => {
  test.each([
    ['white space is folded', '<p>Hello\n   <b>big</b>  world&nbsp;&amp; co</p>', 'Hello big world\u00a0& co'],
    ['paragraphs stand apart, lines do not', '<p>a</p><p>b</p><div>c</div><div>d<br>e</div>', 'a\n\nb\n\nc\nd\ne'],
    ['empty lines are not piled up', 'a<br><br><br><br>b', 'a\n\nb'],
    ['lists have dashes', '<ul><li><p>one</p></li><li>two</li></ul>', '- one\n\n- two'],
    ['cells stand in a row', '<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['a rule is a line', 'a<hr>b', 'a\n-----\nb'],
    ['preformatted text keeps its lines', '<pre>  x\n   y</pre>', 'x\n   y'],
    [
      'what nobody sees is left out',
      '<head><title>t</title><style>p{}</style></head><p>a<script>b()</script></p>',
      'a',
    ],
    ['pictures are their description', '<img alt="Error 42"><img alt=""><img>', '[Error 42]'],
    ['links show where they lead', '<a href="https://x.example/a">here</a>', 'here <https://x.example/a>'],
    [
      'unless they say so themselves',
      '<a href="https://x.example"><u>https://x.example</u></a> <a href="#top">up</a>',
      'https://x.example up',
    ],
    [
      'quotes are marked',
      'a<blockquote type="cite">b<blockquote class="gmail_quote">c</blockquote></blockquote>d',
      'a\n\n> b\n>\n> > c\n> >\nd',
    ],
    ['indentation is no quote', '<blockquote style="margin: 0 0 0 40px">a</blockquote>', 'a'],
    ['closing what is not open breaks nothing', '</a></script></blockquote>a', 'a'],
  ])('%s [INT-2]', (_, html, text) => {
    expect(textOfHtml(html)).toBe(text)
  })
})

describe('a safe page', () => {
  test.each([
    ['scripts', '<script>alert(1)</script><p onclick="x()">a</p>', '<p>a</p>'],
    ['frames and objects', '<iframe src="https://x.example"></iframe><object data=x></object>a', 'a'],
    ['forms', '<form action="https://x.example"><input name=a><button>go</button></form>', 'go'],
    [
      'style sheets and redirects',
      '<style>*{}</style><meta http-equiv=refresh content=0><base href=x><link href=y>a',
      'a',
    ],
    [
      'styles that leave their box or load',
      '<p style="position:fixed;background:url(https://x.example);color:red">a</p>',
      '<p style="color:red">a</p>',
    ],
    ['classes and ids of the portal', '<p class="toast" id="root">a</p>', '<p>a</p>'],
    ['vector pictures', '<svg><a xlink:href="javascript:x">a</a></svg>', '<a>a</a>'],
  ])('loses %s [INT-2]', (_, html, safe) => {
    expect(safeHtml(html)).toBe(safe)
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', ' java\nscript:alert(1)', 'vbscript:x', 'file:///etc'])(
    'a link to %j leads nowhere [INT-2]',
    (href) => {
      expect(safeHtml(`<a href="${href}">a</a>`)).not.toContain('href')
    },
  )

  test('a link opens apart from the desk and gives nothing away [INT-2]', () => {
    expect(safeHtml('<a href="https://x.example" target="_top">a</a>')).toBe(
      '<a href="https://x.example" rel="noopener noreferrer nofollow" target="_blank">a</a>',
    )
  })

  test('pictures that came with the mail stay [INT-2]', () => {
    const pictures = '<img src="cid:a@b" alt="x" width="10" /><img src="data:image/png;base64,AAAA" />'
    expect(safeHtml(pictures)).toBe(pictures)
  })

  test.each([
    ['<img src="https://x.example/a.png?u=1" alt="Logo">', '[Logo]'],
    ['<img src="//x.example/a.png">', '[x.example]'],
  ])('a picture elsewhere is not loaded but linked: %s [INT-2]', (html, text) => {
    const safe = safeHtml(html)
    expect(safe).not.toContain('<img')
    expect(safe).toMatch(/^<a href="https:\/\/x\.example\/a\.png/)
    expect(safe).toContain(text)
  })

  test.each([
    '<img src="https://x.example/t.gif" width="1" height="1">',
    '<img src="data:image/svg+xml;base64,AAAA">',
    '<img src="file:///a.png">',
    '<img>',
  ])('a tracker or a picture that is none goes: %s [INT-2]', (html) => {
    expect(safeHtml(html)).toBe('<span></span>')
  })
})

describe('pages that are too much', () => {
  test.each([
    ['nests deeper than anybody writes', `<p>deep</p>${'<div>'.repeat(1000)}&amp;`],
    ['has more tags than anybody writes', `<style>x{}</style><p>deep</p>${'<b>'.repeat(100_001)}&amp;`],
    ['has more entities than anybody writes', `<p>deep</p>${'&amp;'.repeat(500_001)}`],
  ])('a page that %s is not shown, its text is [INT-2]', (_, html) => {
    expect(safeHtml(html)).toBeNull()
    expect(textOfHtml(html)).toMatch(/^deep &/)
  })
})
