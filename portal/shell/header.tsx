import { useRef } from 'preact/hooks'
import { explainFailure } from '../api/explain-failure.ts'
import { go } from '../place/location.ts'
import { deskName, me } from '../session/session.ts'
import { chooseLanguage, language, offered, t } from '../texts/texts.ts'
import { AccountMenu } from './account-menu.tsx'
import { placeOfNumber } from './place-of-number.ts'
import { sayWrong } from './toasts.tsx'

const Jump = () => {
  const { shell } = t.value
  const input = useRef<HTMLInputElement>(null)
  const jump = async (field: HTMLInputElement) => {
    const place = await placeOfNumber(field.value)
    field.setCustomValidity(place === null ? shell.noSuchNumber : '')
    if (place === null) {
      field.reportValidity()
      return
    }
    field.value = ''
    go(place)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (input.current) jump(input.current).catch((error: unknown) => sayWrong(explainFailure(error)))
  }
  return (
    <search class="jump">
      <form onSubmit={submit} noValidate>
        <input
          ref={input}
          id="jump"
          name="number"
          aria-label={shell.jump}
          title={shell.jumpHint}
          placeholder={`${shell.jump} (/)`}
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="go"
          onInput={(event) => event.currentTarget.setCustomValidity('')}
        />
      </form>
    </search>
  )
}

/** Nothing where the desk speaks one language only. */
export const LanguageButton = () => {
  const other = offered.value.find((each) => each !== language.value)
  return other === undefined || offered.value.length === 1 ? null : (
    <button
      type="button"
      class="button plain"
      lang={other}
      aria-label={t.value.shell.languageLabel}
      onClick={() => chooseLanguage(other)}
    >
      {t.value.shell.language}
    </button>
  )
}

type HeaderProps = { readonly menuOpen: boolean; readonly onMenu: () => void }

export const Header = ({ menuOpen, onMenu }: HeaderProps) => (
  <header class="top">
    <button
      type="button"
      class="button icon menu-button"
      aria-expanded={menuOpen}
      aria-controls="navigation"
      onClick={onMenu}
    >
      ☰ <span class="only-read-aloud">{t.value.shell.menu}</span>
    </button>
    <a class="brand" href="/">
      <img src="/icon.svg" alt="" /> {deskName}
    </a>
    <Jump />
    <LanguageButton />
    {me.value && <AccountMenu me={me.value} />}
  </header>
)
