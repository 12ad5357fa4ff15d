import { signal } from '@preact/signals'
import { Dialog } from '../parts/dialog.tsx'
import { t } from '../texts/texts.ts'
import { type Act, KEYS } from '../ticket/acts/act.ts'

export const helpShown = signal(false)

/** Every single key there is; pages name theirs here too, so that this list is whole. */
export const ShortcutHelp = () => {
  const { keys, shortcuts } = t.value.shell
  const all: readonly (readonly [string, string])[] = [
    ['?', keys.help],
    ['/', keys.jump],
    ['n', keys.record],
    ['i', keys.intake],
    ['w', keys.work],
    ['j', keys.next],
    ['k', keys.previous],
    ['Enter', keys.open],
    ['x', keys.pick],
    ['r', keys.write],
    ...Object.entries(KEYS).map(([act, key]) => [key, t.value.acts.names[act as Act]] as const),
  ]
  if (!helpShown.value) return null
  return (
    <Dialog
      title={shortcuts}
      onClose={() => {
        helpShown.value = false
      }}
    >
      <dl class="body facts">
        {all.map(([key, meaning]) => (
          <>
            <dt key={key}>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </>
        ))}
      </dl>
    </Dialog>
  )
}
