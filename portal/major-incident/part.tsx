import type { ComponentChildren } from 'preact'

/** A part of the strip below where it stands. */
export const Part = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <section class="major-part" aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
)
