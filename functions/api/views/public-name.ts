/** Mails without a display name make the address the name; other people's addresses are not shown (ROL-3). */
export const publicName = (name: string, instead: string): string => (name.includes('@') ? instead : name)
