import { type Html, html } from './html.ts'
import { style } from './style.ts'

export type Tab = 'home' | 'mailbox' | 'texts' | 'chat' | 'alarms'

const TABS: readonly { readonly tab: Tab; readonly href: string; readonly label: string }[] = [
  { tab: 'home', href: '/local', label: 'Desk' },
  { tab: 'mailbox', href: '/local/mailbox', label: 'Mailbox' },
  { tab: 'texts', href: '/local/sms', label: 'SMS' },
  { tab: 'chat', href: '/local/chat', label: 'Chat' },
  { tab: 'alarms', href: '/local/alarms', label: 'Alarms' },
]

const link = (current: Tab | null, { tab, href, label }: (typeof TABS)[number]): Html =>
  tab === current ? html`<a href="${href}" aria-current="page">${label}</a>` : html`<a href="${href}">${label}</a>`

/** A whole page of the local desk. */
export const page = (title: string, tab: Tab | null, content: Html): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Firstline</title>
<link rel="icon" href="data:,">
<style>${{ markup: style }}</style>
</head>
<body>
<header><a class="brand" href="/">Firstline</a><span class="muted">on this machine</span><nav><a href="/">Portal</a>${TABS.map((each) => link(tab, each))}</nav></header>
<main>${content}</main>
</body>
</html>`.markup

/** An instant for people: UTC to the minute, exact on hover. */
export const time = (instant: string): Html =>
  html`<time datetime="${instant}" title="${instant}">${instant.slice(0, 16).replace('T', ' ')}</time>`
