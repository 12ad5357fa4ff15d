/** Where the portal's build puts the script of the page behind a mail's link (portal/link); no hash, because the API names it. */
export const LINK_PAGE_SCRIPT = '/link-page.js'

/** The field a form sends the ids of its files in. */
export type LinkFilesField = 'attachments[]'
