import type { Values } from '../form/form-state.ts'
import { ticketNumberFrom } from '../shell/ticket-number.ts'

const apart = (text: string): readonly string[] => text.split(/[\s,，;；、]+/).filter(Boolean)

/** Numbers that were ticked. */
export const tickedIn = ({ numbers = '' }: Values): readonly string[] => apart(numbers)

/** Ticked or typed, short numbers written out; what is none is left for the desk to refuse. */
export const duplicatesIn = (values: Values): string[] => {
  const typed = apart(values['others'] ?? '').map((text) => ticketNumberFrom(text, new Date()) ?? text)
  return [...new Set([...tickedIn(values), ...typed])]
}
