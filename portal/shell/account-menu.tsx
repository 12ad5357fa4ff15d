import type { Me } from '../session/session.ts'
import { signInPort, signOut } from '../session/session.ts'
import { t } from '../texts/texts.ts'
import { shortcutsOn, THEMES, theme } from './preferences.ts'
import { helpShown } from './shortcut-help.tsx'

const ThemeChoice = () => (
  <fieldset class="field">
    <legend>{t.value.shell.theme}</legend>
    <div class="choices">
      {THEMES.map((each) => (
        <label key={each} class="choice">
          <input
            type="radio"
            name="theme"
            checked={theme.value === each}
            onChange={() => {
              theme.value = each
            }}
          />
          {t.value.shell.themes[each]}
        </label>
      ))}
    </div>
  </fieldset>
)

const ShortcutChoice = () => (
  <label class="choice">
    <input
      type="checkbox"
      checked={shortcutsOn.value}
      onChange={(event) => {
        shortcutsOn.value = event.currentTarget.checked
      }}
    />
    {t.value.shell.shortcutsOn}
  </label>
)

/** Who is signed in, and what belongs to the person rather than to a page. */
export const AccountMenu = ({ me }: { readonly me: Me }) => {
  const { shell } = t.value
  return (
    <>
      <button type="button" class="button plain who" popovertarget="account">
        {me.name}
      </button>
      <div id="account" class="menu" popover="auto">
        <p class="muted">{me.email}</p>
        <a
          class="button"
          href="/my-notices"
          onClick={({ currentTarget }) => currentTarget.closest<HTMLElement>('#account')?.hidePopover()}
        >
          {t.value.pages.myNotices}
        </a>
        <ThemeChoice />
        <ShortcutChoice />
        <button
          type="button"
          class="button"
          popovertarget="account"
          popovertargetaction="hide"
          onClick={() => {
            helpShown.value = true
          }}
        >
          {shell.shortcuts} <kbd>?</kbd>
        </button>
        {signInPort.value?.people && (
          <a class="button" href="/local">
            {shell.localTools}
          </a>
        )}
        <button type="button" class="button" onClick={() => void signOut()}>
          {shell.signOut}
        </button>
      </div>
    </>
  )
}
