import { place } from '../place/location.ts'
import { PLACES, queueLinks } from '../place/places.ts'
import { isStaff } from '../session/session.ts'
import { t } from '../texts/texts.ts'
import { Duties } from './duties.tsx'

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
type Section = (typeof SECTIONS)[number] | 'for-myself'

const linksOf = (section: Section): readonly Link[] =>
  PLACES.filter(({ inNavigation, isFor }) => inNavigation === section && isFor()).map(({ path, title }) => ({
    href: path,
    label: title(t.value),
  }))

/** What most people's days begin with stands first, without a heading. */
const Titled = ({ title, links }: { readonly title: string | null; readonly links: readonly Link[] }) =>
  links.length > 0 ? (
    <>
      {title !== null && <h2>{title}</h2>}
      <Links links={links} />
    </>
  ) : null

/** What there is for somebody of these roles; a heading only where there is something below it. */
export const Navigation = () => {
  const { shell, queue, pages } = t.value
  const titles = { mine: null, desk: null, manage: null, 'set-up': pages.setUp }
  return (
    <nav id="navigation" aria-label={shell.menu}>
      <Duties />
      {SECTIONS.map((section) => (
        <Titled key={section} title={titles[section]} links={linksOf(section)} />
      ))}
      <Titled title={queue.queues} links={queueLinks()} />
      <Titled title={isStaff.value ? pages.forMyself : null} links={linksOf('for-myself')} />
    </nav>
  )
}
