const EXTENSIONS: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml',
  'message/delivery-status': 'txt',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
}

const LONGEST_NAME = 120
const LONGEST_PATH = 4096
const LONGEST_EXTENSION = 12
/** Names Windows keeps for devices, with or without an extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

const shortened = (name: string): string => {
  const characters = Array.from(name)
  if (characters.length <= LONGEST_NAME) return name
  const dot = characters.lastIndexOf('.')
  const extension = dot > 0 && characters.length - dot <= LONGEST_EXTENSION ? characters.slice(dot) : []
  return [...characters.slice(0, LONGEST_NAME - extension.length), ...extension].join('')
}

/**
 * A name that is safe to show, to save under and to put into a header: the last part of a path, without control,
 * invisible and direction-changing characters, not hidden, not a device, at most 120 characters [INT-2].
 * `position` (1 = first attachment) names what has no name.
 */
export const safeFileName = (declared: string | null, mimeType: string, position: number): string => {
  const declaredParts = (declared ?? '').slice(0, LONGEST_PATH).normalize('NFC').split(/[/\\]/)
  const lastPart = declaredParts.findLast((part) => part.trim() !== '') ?? ''
  const visible = lastPart.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\ufffd]/gu, '')
  const name = shortened(visible.replace(/[<>:"|?*]/g, '_').replace(/^[\s.]+|[\s.]+$/g, ''))
  if (name === '') return `attachment-${position}.${EXTENSIONS[mimeType] ?? 'bin'}`
  return DEVICE.test(name) ? `_${name}` : name
}
