import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { explainFailure } from '../api/explain-failure.ts'
import { Empty } from '../parts/empty.tsx'
import { Page } from '../parts/page.tsx'
import { go, place } from '../place/location.ts'
import { type Params, type Place, placeAt, startPlace } from '../place/places.ts'
import { t } from '../texts/texts.ts'
import { sayWrong } from './toasts.tsx'

type Shown = { readonly place: Place; readonly Page: ComponentType<{ readonly params: Params }> }

const NotFound = ({ why }: { readonly why: string }) => (
  <Page title={t.value.shell.notFound}>
    <Empty title={why}>
      <a href="/">{t.value.shell.home}</a>
    </Empty>
  </Page>
)

/** The page of the current address. The one before stays until the next has arrived. */
export const CurrentPage = () => {
  const shown = useSignal<Shown | null>(null)
  const path = place.value.pathname
  const found = placeAt(path)
  const target = found?.place ?? null
  useEffect(() => {
    const start = path === '/' ? startPlace() : null
    if (start !== null) go(start, 'replace')
    if (!target?.isFor()) return
    target.load().then(
      (loaded) => {
        if (placeAt(place.value.pathname)?.place === target) shown.value = { place: target, Page: loaded }
      },
      (error: unknown) => sayWrong(explainFailure(error)),
    )
  }, [target, path, shown])
  if (path === '/' && startPlace() !== null) return null
  if (!found) return <NotFound why={t.value.shell.notFoundHint} />
  if (!found.place.isFor()) return <NotFound why={t.value.shell.forbidden} />
  const { value } = shown
  // a new address of the same page starts that page afresh
  return value?.place === found.place ? <value.Page key={path} params={found.params} /> : null
}
