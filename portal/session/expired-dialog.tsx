import { explainFailure } from '../api/explain-failure.ts'
import { Dialog } from '../parts/dialog.tsx'
import { sayWrong } from '../shell/toasts.tsx'
import { t } from '../texts/texts.ts'
import { expired, me, signIn, signOut } from './session.ts'

/** Over the page, which keeps what was typed; what was under way goes on after it. */
export const ExpiredDialog = () => {
  const { signIn: texts } = t.value.shell
  if (!expired.value) return null
  return (
    <Dialog title={texts.expired} mayClose={false} onClose={() => undefined}>
      <div class="body">
        <p>{texts.expiredHint}</p>
        <footer>
          <button type="button" class="button" onClick={() => void signOut()}>
            {texts.other}
          </button>
          <button
            type="button"
            class="button primary"
            onClick={() => void signIn(me.value?.id).catch((error: unknown) => sayWrong(explainFailure(error)))}
          >
            {texts.continueAs(me.value?.name ?? '')}
          </button>
        </footer>
      </div>
    </Dialog>
  )
}
