import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { readAll } from '../api/read-pages.ts'
import type { Option } from '../form/fields.tsx'
import type { Item } from './catalogue.ts'

/** Read when a form first needs them; there may be many. */
const items = signal<readonly Item[] | null>(null)

/** Configuration items of a service; of all services when none is chosen. */
export const useItems = (service: string): readonly Option[] => {
  useEffect(() => {
    if (items.value !== null) return
    readAll('listItems').then(
      (found) => {
        items.value = found.map(({ value }) => value)
      },
      () => undefined,
    )
  }, [])
  return (items.value ?? [])
    .filter((item) => service === '' || item.service === service || item.service === null)
    .map(({ id, name }) => ({ value: id, label: name }))
}
