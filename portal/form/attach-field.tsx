import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { fileSize } from '../format/time.ts'
import { t } from '../texts/texts.ts'
import { CHOOSABLE } from './accepted-files.ts'
import type { Attachments, Chosen } from './attachments.ts'
import { useDropZone } from './drop-zone.ts'

type LineProps = {
  readonly name: string
  readonly bytes: number
  readonly standing: string
  readonly takeAway: string
  readonly onTakeAway: () => void
  readonly children?: ComponentChildren
}

const FileLine = ({ name, bytes, standing, takeAway, onTakeAway, children }: LineProps) => (
  <li data-standing={standing}>
    <span class="name" dir="auto">
      {name}
    </span>
    <span class="muted number">{fileSize(bytes)}</span>
    <span class="how">{children}</span>
    <button type="button" class="button plain icon" aria-label={takeAway} title={takeAway} onClick={onTakeAway}>
      ✕
    </button>
  </li>
)

type ChosenProps = { readonly chosen: Chosen; readonly attachments: Attachments; readonly onGone: () => void }

const ChosenLine = ({ chosen, attachments, onGone }: ChosenProps) => {
  const { files } = t.value
  const { key, file, standing, share } = chosen
  const { name } = file
  const isUnderWay = standing === 'under-way'
  const takeAway = () => {
    attachments.takeAway(key)
    onGone()
  }
  const again = () => {
    attachments.again(chosen)
    onGone()
  }
  return (
    <FileLine
      name={name}
      bytes={file.size}
      standing={standing}
      takeAway={(isUnderWay ? files.stop : files.remove)(name)}
      onTakeAway={takeAway}
    >
      {isUnderWay && <progress value={share} max={1} aria-label={files.sending(name)} />}
      {standing === 'failed' && (
        <>
          <span class="wrong">{files.failed}</span>
          <button type="button" class="button" aria-label={files.againFor(name)} onClick={again}>
            {files.again}
          </button>
        </>
      )}
      {!isUnderWay && standing !== 'failed' && <span class="wrong">{files.faults[standing]}</span>}
    </FileLine>
  )
}

type Props = {
  readonly attachments: Attachments
  /** Where work is done, the button says enough. */
  readonly isDense?: boolean
}

/** INT-15: files for a ticket or comment, chosen, dropped or pasted; sent at once, while the rest is being typed. */
export const AttachField = ({ attachments, isDense = false }: Props) => {
  const { files, shell } = t.value
  const id = useId()
  const field = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const isOver = useDropZone(field, attachments.add)
  // the button that was pressed goes away with its line
  const onGone = () => button.current?.focus()
  const [arrived, chosen] = [attachments.arrived(), attachments.chosen.value]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid in every browser
    <div class="field attach" role="group" aria-labelledby={id} ref={field} data-over={isOver} data-dense={isDense}>
      <span class={isDense ? 'only-read-aloud' : 'label'} id={id}>
        {files.label} {!isDense && <span class="optional">({shell.optional})</span>}
      </span>
      {arrived.length + chosen.length > 0 && (
        <ul class="files">
          {arrived.map(({ id: upload, name, bytes }) => (
            <FileLine
              key={upload}
              name={name}
              bytes={bytes}
              standing="arrived"
              takeAway={files.remove(name)}
              onTakeAway={() => {
                attachments.detach(upload)
                onGone()
              }}
            >
              <span class="there">{files.there}</span>
            </FileLine>
          ))}
          {chosen.map((each) => (
            <ChosenLine key={each.key} chosen={each} attachments={attachments} onGone={onGone} />
          ))}
        </ul>
      )}
      <div class="row">
        <button
          type="button"
          class="button"
          ref={button}
          title={isDense ? files.hint : undefined}
          aria-describedby={isDense ? undefined : `${id}-hint`}
          onClick={() => input.current?.click()}
        >
          {files.choose}
        </button>
        {!isDense && (
          <span class="hint" id={`${id}-hint`}>
            {files.hint}
          </span>
        )}
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={CHOOSABLE}
        onChange={({ currentTarget }) => {
          attachments.add([...(currentTarget.files ?? [])])
          // so that the same file can be chosen again
          currentTarget.value = ''
        }}
      />
    </div>
  )
}
