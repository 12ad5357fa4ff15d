import type { ChatProvider } from '../../shared/domain/setting/catalogue.ts'

/** What people see of a message in their chat. */
export type ReadMessage = {
  readonly title: string
  readonly lines: readonly string[]
  readonly buttons: readonly { readonly label: string; readonly url: string }[]
}

type Way = readonly (string | number)[]

const at = (value: unknown, [key, ...rest]: Way): unknown => {
  if (key === undefined) return value
  return typeof value === 'object' && value !== null ? at((value as Record<string | number, unknown>)[key], rest) : null
}

const textAt = (value: unknown, ...way: Way): string => {
  const found = at(value, way)
  return typeof found === 'string' ? found : ''
}

const listAt = (value: unknown, ...way: Way): readonly unknown[] => {
  const found = at(value, way)
  return Array.isArray(found) ? found : []
}

/** Marks that were kept from becoming markup stand for themselves. */
const unescaped = (text: string): string => text.replaceAll(/\\([\\`*_[\]<>()#~-])/g, '$1')

const buttonsIn = (buttons: readonly unknown[], label: Way, url: Way): ReadMessage['buttons'] =>
  buttons.map((button) => ({ label: textAt(button, ...label), url: textAt(button, ...url) }))

const withTitle = ([title = '', ...lines]: readonly string[], buttons: ReadMessage['buttons']): ReadMessage => ({
  title,
  lines,
  buttons,
})

const READ: Readonly<Record<ChatProvider, (message: unknown) => ReadMessage>> = {
  wecom: (message) => ({
    title: textAt(message, 'template_card', 'main_title', 'title'),
    lines: textAt(message, 'template_card', 'sub_title_text').split('\n'),
    buttons: buttonsIn(listAt(message, 'template_card', 'jump_list'), ['title'], ['url']),
  }),
  dingtalk: (message) => {
    const [title = '', ...lines] = textAt(message, 'actionCard', 'text').split('\n\n')
    const buttons = buttonsIn(listAt(message, 'actionCard', 'btns'), ['title'], ['actionURL'])
    return withTitle([title.replaceAll(/^\*\*|\*\*$/g, ''), ...lines].map(unescaped), buttons)
  },
  feishu: (message) => {
    const elements = listAt(message, 'card', 'elements')
    return {
      title: textAt(message, 'card', 'header', 'title', 'content'),
      lines: elements.map((element) => textAt(element, 'text', 'content')).filter((line) => line !== ''),
      buttons: buttonsIn(
        elements.flatMap((element) => listAt(element, 'actions')),
        ['text', 'content'],
        ['url'],
      ),
    }
  },
  slack: (message) => {
    const blocks = listAt(message, 'blocks')
    const texts = blocks.map((block) => textAt(block, 'text', 'text')).filter((line) => line !== '')
    return withTitle(
      texts,
      buttonsIn(
        blocks.flatMap((block) => listAt(block, 'elements')),
        ['text', 'text'],
        ['url'],
      ),
    )
  },
  teams: (message) => {
    const content = at(message, ['attachments', 0, 'content'])
    const texts = listAt(content, 'body').map((block) => unescaped(textAt(block, 'text')))
    return withTitle(texts, buttonsIn(listAt(content, 'actions'), ['title'], ['url']))
  },
}

/** As the provider shows it to those in the chat. */
export const readMessage = (provider: ChatProvider, message: unknown): ReadMessage => READ[provider](message)
