import type { Json } from './document.ts'

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export type Hours = readonly (readonly [open: string, close: string])[]

const WINDOW = /^([01]?\d|2[0-3]):([0-5]\d)\s*(?:[-–—~]|to|至)\s*(?:([01]?\d|2[0-3]):([0-5]\d)|24:00)$/

const two = (hour: string): string => hour.padStart(2, '0')

/** “09:00–12:00, 13:00–18:00” as windows; null when it reads otherwise. */
export const hoursFrom = (text: string): Hours | null => {
  const parts = text
    .split(/[,，;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const windows = parts.map((part) => {
    const found = WINDOW.exec(part)
    if (!found) return null
    const [, openHour = '', openMinute = '', closeHour, closeMinute] = found
    const close = closeHour === undefined ? '24:00' : `${two(closeHour)}:${closeMinute}`
    return [`${two(openHour)}:${openMinute}`, close] as const
  })
  return windows.includes(null) ? null : (windows as Hours)
}

export const hoursText = (hours: Hours): string => hours.map(([open, close]) => `${open}–${close}`).join(', ')

export const asHours = (value: Json | undefined): Hours => (Array.isArray(value) ? (value as unknown as Hours) : [])
