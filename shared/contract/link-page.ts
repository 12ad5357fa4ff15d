/** Where the portal's build puts the script of the page behind a mail's link (portal/link); no hash, because the API names it. */
export const LINK_PAGE_SCRIPT = '/link-page.js'

/** The field a form sends the ids of its files in. */
export type LinkFilesField = 'attachments[]'

/** What the page tells its script to say of files, in the requester's language. */
export type LinkFilesTexts = {
  readonly underWay: string
  readonly there: string
  readonly failed: string
  readonly again: string
  readonly remove: string
  readonly faults: Readonly<Record<'wrong-type' | 'too-large' | 'empty' | 'too-many', string>>
  readonly notAllThere: string
}
