import { useSignal } from '@preact/signals'
import type { ProcedureView } from '../../shared/contract/procedure-view.ts'
import { explainFailure } from '../api/explain-failure.ts'
import type { Values } from '../form/form-state.ts'
import { sayWrong } from '../shell/toasts.tsx'
import { t } from '../texts/texts.ts'
import { type Begin, type Begun, doMajor, type Strip } from './do-major.ts'
import { leadingActs, type MajorAct, WITHOUT_FORM } from './major-act.ts'
import { MajorDialog } from './major-dialog.tsx'

/** Begins acts, and holds the form of the one that is open. */
export const useMajorActs = (strip: Strip) => {
  const begun = useSignal<Begun | null>(null)
  const begin: Begin = (act, preset = {}) => {
    if (!WITHOUT_FORM.has(act)) begun.value = { act, preset }
    else doMajor(strip, act, preset).catch((error: unknown) => sayWrong(explainFailure(error)))
  }
  const form = begun.value && (
    <MajorDialog
      key={begun.value.act}
      strip={strip}
      begun={begun.value}
      onClose={() => {
        begun.value = null
      }}
    />
  )
  return { begin, form }
}

type ButtonProps = {
  readonly act: MajorAct
  readonly procedure: ProcedureView
  readonly begin: Begin
  readonly preset?: Values
  /** What it is about, for those who do not see where it stands. */
  readonly about?: string
  readonly isPressing?: boolean
}

/** An act beside what it changes; nothing where it may not be done, or leads on and stands above. */
export const PartAct = ({ act, procedure, begin, preset, about, isPressing = false }: ButtonProps) =>
  procedure.allowedActs.includes(act) && !leadingActs(procedure).includes(act) ? (
    <button
      type="button"
      class={isPressing ? 'button primary not-printed' : 'button not-printed'}
      aria-label={about && `${t.value.major.acts[act]}: ${about}`}
      onClick={() => begin(act, preset)}
    >
      {t.value.major.acts[act]}
    </button>
  ) : null

/** What leads to the next step; the likely one first. */
export const LeadingActs = ({ procedure, begin }: { readonly procedure: ProcedureView; readonly begin: Begin }) => {
  const acts = leadingActs(procedure)
  if (acts.length === 0) return null
  return (
    <div class="major-acts not-printed">
      {acts.map((act, index) => (
        <button
          key={act}
          type="button"
          class={index === 0 && act !== 'demote-major' ? 'button primary' : 'button'}
          onClick={() => begin(act)}
        >
          {t.value.major.acts[act]}
        </button>
      ))}
    </div>
  )
}
