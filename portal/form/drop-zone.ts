import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true

/** A picture from the clipboard; what was copied from a document brings its text and a picture of it. */
const pasted = ({ clipboardData }: ClipboardEvent): readonly File[] =>
  clipboardData && !clipboardData.types.includes('text/plain') ? [...clipboardData.files] : []

/**
 * Files may be dropped and pictures pasted anywhere in the form the field stands in. Answers whether some are held over it.
 */
export const useDropZone = (
  field: RefObject<HTMLElement | null>,
  onFiles: (files: Iterable<File>) => void,
): boolean => {
  const isOver = useSignal(false)
  useEffect(() => {
    const form = field.current?.closest('form')
    if (!form) return
    const gone = new AbortController()
    const on = <Type extends 'dragover' | 'dragleave' | 'drop' | 'paste'>(
      type: Type,
      act: (event: HTMLElementEventMap[Type]) => void,
    ) => form.addEventListener(type, act, { signal: gone.signal })
    on('dragover', (event) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      isOver.value = true
    })
    on('dragleave', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) isOver.value = false
    })
    on('drop', (event) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      isOver.value = false
      onFiles(event.dataTransfer?.files ?? [])
    })
    on('paste', (event) => {
      const files = pasted(event)
      if (files.length === 0) return
      event.preventDefault()
      onFiles(files)
    })
    return () => gone.abort()
  }, [])
  return isOver.value
}
