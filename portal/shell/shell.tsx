import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { go, place } from '../place/location.ts'
import { placeAt } from '../place/places.ts'
import { ExpiredDialog } from '../session/expired-dialog.tsx'
import { keepMe } from '../session/keep-me.ts'
import { expired, lapsed, signInAgain } from '../session/session.ts'
import { t } from '../texts/texts.ts'
import { CurrentPage } from './current-page.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Header } from './header.tsx'
import { Navigation } from './navigation.tsx'
import { online } from './online.ts'
import { helpShown, ShortcutHelp } from './shortcut-help.tsx'
import { useShortcuts } from './shortcuts.ts'

const goIfTheirs = (path: string) => (): void => {
  if (placeAt(path)?.place.isFor()) go(path)
}

/** What is the matter with the desk or the sign-in, over whatever page it is. */
const Banner = () => {
  const { shell } = t.value
  if (!online.value) {
    return (
      <p class="banner" role="status">
        {shell.offline}
      </p>
    )
  }
  if (!lapsed.value || expired.value) return null
  return (
    <p class="banner" role="status">
      {shell.signIn.lapsed}{' '}
      <button type="button" class="button" onClick={() => void signInAgain().catch(() => undefined)}>
        {shell.signIn.go}
      </button>
    </p>
  )
}

/** What stands around every page. */
export const Shell = () => {
  const menuOpen = useSignal(false)
  const { pathname } = place.value
  useEffect(() => {
    menuOpen.value = false
    if (pathname !== '') scrollTo(0, 0)
  }, [pathname, menuOpen])
  useEffect(keepMe, [])
  useShortcuts({
    '?': () => {
      helpShown.value = true
    },
    '/': () => document.getElementById('jump')?.focus(),
    n: goIfTheirs('/record'),
    i: goIfTheirs('/intake'),
    w: goIfTheirs('/work'),
  })
  return (
    <div class="shell" data-menu={menuOpen.value ? 'open' : 'closed'}>
      <a class="button primary skip" href="#main">
        {t.value.shell.skip}
      </a>
      <Header
        menuOpen={menuOpen.value}
        onMenu={() => {
          menuOpen.value = !menuOpen.value
        }}
      />
      <Banner />
      <Navigation />
      <main id="main" tabIndex={-1}>
        <ErrorBoundary place={place.value.href}>
          <CurrentPage />
        </ErrorBoundary>
      </main>
      <ShortcutHelp />
      <ExpiredDialog />
    </div>
  )
}
