import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { deskName } from '../session/session.ts'

type PageProps = {
  readonly title: string
  /** What stands beside the title: tabs of a page, its buttons. */
  readonly beside?: ComponentChildren
  /** A line above the title: where one is, what it is. */
  readonly above?: ComponentChildren
  readonly children: ComponentChildren
}

/** A page with its heading. Whoever comes here has the focus on the heading, so that it is what is read first. */
export const Page = ({ title, beside, above, children }: PageProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${deskName.value}`
  }, [title])
  useLayoutEffect(() => {
    if (!document.querySelector('dialog[open]')) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <>
      <header class="page-head">
        {above}
        <h1 ref={heading} tabIndex={-1} dir="auto">
          {title}
        </h1>
        {beside}
      </header>
      {children}
    </>
  )
}
