import { place } from '../place/location.ts'
import { PLACES, queueLinks } from '../place/places.ts'
import { t } from '../texts/texts.ts'

type Link = { readonly href: string; readonly label: string }

const Links = ({ links }: { readonly links: readonly Link[] }) => (
  <ul>
    {links.map(({ href, label }) => (
      <li key={href}>
        <a href={href} aria-current={place.value.pathname === href ? 'page' : undefined}>
          {label}
        </a>
      </li>
    ))}
  </ul>
)

const SECTIONS = ['mine', 'desk', 'manage', 'set-up'] as const

/** What there is for somebody of these roles; a heading only where there is something below it. */
export const Navigation = () => {
  const { shell, queue } = t.value
  const links = (section: (typeof SECTIONS)[number]): readonly Link[] =>
    PLACES.filter(({ inNavigation, isFor }) => inNavigation === section && isFor()).map(({ path, title }) => ({
      href: path,
      label: title(t.value),
    }))
  const queues = queueLinks()
  return (
    <nav id="navigation" aria-label={shell.menu}>
      {SECTIONS.map((section) => {
        const found = links(section)
        return found.length > 0 && <Links key={section} links={found} />
      })}
      {queues.length > 0 && (
        <>
          <h2>{queue.queues}</h2>
          <Links links={queues} />
        </>
      )}
    </nav>
  )
}
