import { useSignal } from '@preact/signals'
import { explainFailure } from '../api/explain-failure.ts'
import { Refused } from '../api/failure.ts'
import { LineField } from '../form/fields.tsx'
import { type FormState, useFormState } from '../form/form-state.ts'
import { say } from '../shell/toasts.tsx'
import { preferLanguage } from '../texts/texts.ts'
import { ChannelList } from './channel-list.tsx'
import { ChannelTest } from './channel-test.tsx'
import { channelsIn, isComplete, isNumber, type OwnWays, optionsFor, saveWays, valuesOf } from './own-ways.ts'
import { waysTexts } from './texts.ts'

type OfForm = { readonly form: FormState }

const LANGUAGES = ['zh-CN', 'en'] as const

const LanguageChoice = ({ form }: OfForm) => {
  const texts = waysTexts.value
  return (
    <fieldset class="field">
      <legend>{texts.language}</legend>
      <div class="choices">
        {LANGUAGES.map((each) => (
          <label key={each} class="choice" lang={each}>
            <input
              type="radio"
              name="language"
              checked={form.of('language') === each}
              onChange={() => form.set({ language: each })}
            />
            {texts.languages[each]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const NumberField = ({ form, name }: OfForm & { readonly name: 'mobile' | 'phone' }) => {
  const texts = waysTexts.value
  return (
    <div class="stack tight">
      <LineField form={form} name={name} type="tel" label={texts[name]} hint={texts[`${name}Hint`]} max={50} />
      {!isNumber(form.of(name)) && (
        <p class="wrong-value" role="alert">
          {texts.wrongNumber}
        </p>
      )}
    </div>
  )
}

const Failure = ({ error }: { readonly error: unknown }) => {
  if (error === null) return null
  const isStale = error instanceof Refused && error.isStale
  return (
    <p class={isStale ? 'notice soon' : 'notice wrong'} role="alert">
      {isStale ? waysTexts.value.changedMeanwhile : explainFailure(error)}
    </p>
  )
}

type Props = {
  readonly own: OwnWays
  readonly onChanged: (own: OwnWays) => void
  /** Somebody else has changed the entry; what is typed stays. */
  readonly onStale: () => void
}

const useSaving = (form: FormState, { own, onChanged, onStale }: Props) => {
  const error = useSignal<unknown>(null)
  const isSaving = useSignal(false)
  const save = async (): Promise<void> => {
    if (isSaving.value || !isComplete(own, form.values)) return
    isSaving.value = true
    error.value = null
    try {
      const next = await saveWays(own, form.values)
      form.clear()
      onChanged(next)
      preferLanguage(next.language)
      say(waysTexts.value.saved)
    } catch (reason) {
      error.value = reason
      if (reason instanceof Refused && reason.isStale) onStale()
    } finally {
      isSaving.value = false
    }
  }
  return { error: error.value, isSaving: isSaving.value, save }
}

/** The form; a way can be tested once it is saved. */
export const OwnWaysForm = (props: Props) => {
  const { own, onChanged } = props
  const texts = waysTexts.value
  const form = useFormState(valuesOf(own), 'own-ways')
  const { error, isSaving, save } = useSaving(form, props)
  const isChanged = Object.keys(form.typed).length > 0
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged) void save()
      }}
    >
      <Failure error={error} />
      <ChannelList
        label={texts.ways}
        hint={texts.emailFrom(own.email)}
        channels={channelsIn(form.values)}
        options={optionsFor(own, form.values)}
        onChange={(channels) => form.set({ channels: channels.join(' ') })}
        beside={(option) => <ChannelTest own={own} option={option} isChanged={isChanged} onAsked={onChanged} />}
      />
      <div class="form-grid">
        <NumberField form={form} name="mobile" />
        <NumberField form={form} name="phone" />
      </div>
      <LanguageChoice form={form} />
      <footer class="row not-printed">
        <button
          type="submit"
          class="button primary"
          aria-disabled={isSaving || !isChanged || !isComplete(own, form.values)}
        >
          {isSaving ? texts.saving : texts.save}
        </button>
        {isChanged && (
          <button type="button" class="button" onClick={form.clear}>
            {texts.discard}
          </button>
        )}
        {isChanged && <span class="muted">{texts.saveFirst}</span>}
      </footer>
    </form>
  )
}
