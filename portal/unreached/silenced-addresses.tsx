import { useSignal } from '@preact/signals'
import { type AnswerOf, call, urlOfCall } from '../api/call.ts'
import { ProseField } from '../form/fields.tsx'
import { useFormState } from '../form/form-state.ts'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Instant } from '../parts/instant.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { say } from '../shell/toasts.tsx'
import { ListSection } from './list-section.tsx'
import { unreachedTexts } from './texts.ts'

type Address = AnswerOf<'listAddresses'>['items'][number]

type ReleaseProps = { readonly address: string; readonly onClose: () => void; readonly onDone: () => void }

const ReleaseDialog = ({ address, onClose, onDone }: ReleaseProps) => {
  const texts = unreachedTexts.value
  const form = useFormState({ reason: '' }, `release.${address}`)
  const release = async () => {
    await call('releaseAddress', { params: { address }, body: { reason: form.of('reason') } })
    form.clear()
    say(texts.released(address))
    onDone()
  }
  return (
    <FormDialog title={texts.release} hint={texts.releaseHint(address)} onClose={onClose} onSend={release}>
      <ProseField form={form} name="reason" label={texts.releaseReason} required />
    </FormDialog>
  )
}

type CardProps = { readonly item: Address; readonly onRelease: () => void }

const AddressCard = ({ item: { address, suppressed }, onRelease }: CardProps) => {
  const texts = unreachedTexts.value
  return (
    <li class="card stack tight">
      <p class="row">
        <strong dir="auto">{address}</strong>
        {suppressed && (
          <>
            <span class="tag late">{texts.reasons[suppressed.reason]}</span>
            <span class="muted">
              <Instant at={suppressed.since} as="relative" />
            </span>
          </>
        )}
      </p>
      {suppressed && suppressed.detail !== '' && (
        <p class="muted" dir="auto">
          {suppressed.detail}
        </p>
      )}
      <p>
        <button type="button" class="button" onClick={onRelease}>
          {texts.release} <span class="only-read-aloud">{address}</span>
        </button>
      </p>
    </li>
  )
}

/** NOT-6: addresses mail came back from for good, or whose owner complained, until the desk releases them. */
export const SilencedAddresses = () => {
  const texts = unreachedTexts.value
  const releasing = useSignal<string | null>(null)
  const release = (address: string | null): void => {
    releasing.value = address
  }
  const { value, error, again } = useLoaded('silenced-addresses', (signal) =>
    call('listAddresses', { query: { limit: 100 }, signal }),
  )
  return (
    <>
      <ListSection
        title={texts.addresses}
        hint={texts.addressesHint}
        empty={texts.noAddresses}
        emptyHint={texts.noAddressesHint}
        page={value.value}
        error={error.value}
        onAgain={again}
        csvUrl={urlOfCall('listAddresses', { query: {} })}
        draw={(item) => <AddressCard key={item.address} item={item} onRelease={() => release(item.address)} />}
      />
      {releasing.value !== null && (
        <ReleaseDialog address={releasing.value} onClose={() => release(null)} onDone={again} />
      )}
    </>
  )
}
