import { signal } from '@preact/signals'

/** Where the person is: every filter, tab and ticket is in it, so that it can be shared as a link. */
export const place = signal(new URL(location.href))

addEventListener('popstate', () => {
  place.value = new URL(location.href)
})

/** `replace` for what the back button should not undo step by step, such as typing into a filter. */
export const go = (to: string, how: 'push' | 'replace' = 'push'): void => {
  const url = new URL(to, location.href)
  if (url.href === location.href) return
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', url)
  place.value = url
}

export const param = (name: string): string | null => place.value.searchParams.get(name)

/** The same place with other search parameters; null takes one away. */
export const withParams = (changed: Readonly<Record<string, string | null>>): string => {
  const url = new URL(place.value)
  for (const [name, value] of Object.entries(changed)) {
    if (value === null || value === '') url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  }
  return url.pathname + url.search
}

/** Served by the desk itself, not pages of the portal. */
const ELSEWHERE = /^\/(api|local)(\/|$)/

const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented

/** Links stay links: only a plain click on one of our own is answered without loading the page. */
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || !isPlain(event) || link.target !== '' || link.hasAttribute('download')) return
  const url = new URL(link.href, location.href)
  if (url.origin !== location.origin || ELSEWHERE.test(url.pathname) || link.getAttribute('href')?.startsWith('#'))
    return
  event.preventDefault()
  go(url.href)
})
