import { effect, signal } from '@preact/signals'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const THEME = 'firstline.theme'
const SHORTCUTS = 'firstline.shortcuts'

const keptTheme = (): Theme => THEMES.find((theme) => theme === localStorage.getItem(THEME)) ?? 'system'

export const theme = signal<Theme>(keptTheme())

/** Single keys as shortcuts get in the way of speech input, so they can be switched off (WCAG 2.1.4). */
export const shortcutsOn = signal(localStorage.getItem(SHORTCUTS) !== 'off')

effect(() => {
  localStorage.setItem(THEME, theme.value)
  if (theme.value === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme.value
})

effect(() => {
  localStorage.setItem(SHORTCUTS, shortcutsOn.value ? 'on' : 'off')
})
