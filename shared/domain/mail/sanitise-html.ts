import sanitizeHtml from 'sanitize-html'
import { isTooComplex } from './html-complexity.ts'

const COLOUR = [/^#[0-9a-f]{3,8}$/i, /^[a-z]{3,20}$/i, /^rgba?\([\d\s.,%]{1,40}\)$/i]
const LENGTH = [/^\d{1,4}(?:\.\d{1,3})?(?:px|pt|em|%)?$/i]

/** What a style may set: looks only, nothing that moves or stretches text out of its box or loads anything. */
const STYLES = {
  color: COLOUR,
  'background-color': COLOUR,
  'font-weight': [/^(?:bold|bolder|normal|[1-9]00)$/i],
  'font-style': [/^(?:italic|oblique|normal)$/i],
  'text-decoration': [/^(?:underline|line-through|none)$/i],
  'text-align': [/^(?:left|right|center|justify)$/i],
  'white-space': [/^(?:pre|pre-wrap|normal|nowrap)$/i],
  width: LENGTH,
}

const TAGS =
  'a abbr address article b blockquote br caption center code col colgroup dd del div dl dt em figure figcaption font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var'.split(
    ' ',
  )

const PICTURE_IN_THE_PAGE = /^data:image\/(?:png|gif|jpe?g|webp);base64,[a-z0-9+/=\s]*$/i
const ELSEWHERE = /^(?:https?:)?\/\//i
/** Pictures this small are there to report that the mail was opened. */
const TINY = /^[0-3](?:px)?$/i

type Attributes = Readonly<Record<string, string>>
type Tag = { tagName: string; attribs: Record<string, string>; text?: string }

const outward = (href: string): Record<string, string> => ({
  href,
  rel: 'noopener noreferrer nofollow',
  target: '_blank',
})

const link = (tagName: string, attributes: Attributes): Tag => {
  const { href } = attributes
  return { tagName, attribs: href === undefined ? {} : outward(href) }
}

const hostOf = (address: string): string => address.replace(ELSEWHERE, '').split(/[/?#]/)[0] ?? ''

/**
 * Pictures that came with the mail stay (`cid:`, which the portal turns into the attachment's address, and `data:`);
 * those elsewhere become links, so that nothing is loaded before the reader asks for it; trackers go.
 */
const picture = (_: string, attributes: Attributes): Tag => {
  const { src = '', alt = '', width = '', height = '' } = attributes
  const address = src.trim()
  if (/^cid:/i.test(address) || PICTURE_IN_THE_PAGE.test(address)) return { tagName: 'img', attribs: { ...attributes } }
  if (!ELSEWHERE.test(address) || TINY.test(width) || TINY.test(height)) return { tagName: 'span', attribs: {} }
  const href = address.startsWith('//') ? `https:${address}` : address
  return { tagName: 'a', attribs: outward(href), text: `[${alt.trim() || hostOf(address)}]` }
}

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: TAGS,
  allowedAttributes: {
    '*': ['style', 'dir', 'lang', 'align', 'valign', 'title'],
    a: ['href', 'rel', 'target'],
    img: ['src', 'alt', 'width', 'height'],
    td: ['colspan', 'rowspan', 'width', 'bgcolor'],
    th: ['colspan', 'rowspan', 'width', 'bgcolor'],
    table: ['border', 'cellpadding', 'cellspacing', 'width', 'bgcolor'],
    col: ['span', 'width'],
    colgroup: ['span', 'width'],
    ol: ['start', 'type'],
    font: ['color', 'size', 'face'],
  },
  allowedStyles: { '*': STYLES },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['cid', 'data'] },
  allowProtocolRelative: false,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'xmp', 'title', 'noscript', 'noembed', 'noframes', 'template'],
  transformTags: { a: link, img: picture },
}

/**
 * HTML that may stand in a page: no scripts, forms, frames or style sheets, no loading from elsewhere, no style that
 * leaves its box, links that open apart from the desk [INT-2]. Null when it is more than any mail program writes;
 * the mail's text then stands for it.
 */
export const safeHtml = (html: string): string | null => (isTooComplex(html) ? null : sanitizeHtml(html, OPTIONS))
