import type { ComponentChildren } from 'preact'

/** What stands where a list would be; says why, and what will make it change. */
export const Empty = ({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) => (
  <div class="empty">
    <strong>{title}</strong>
    {children}
  </div>
)
