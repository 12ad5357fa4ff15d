export const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f6f7f8, #14171a);
  --card: light-dark(#fff, #1d2226);
  --ink: light-dark(#1a2126, #e8ecee);
  --muted: light-dark(#5c6970, #9aa7ad);
  --line: light-dark(#dfe4e7, #313a40);
  --accent: light-dark(#0b6e69, #5cc8c0);
  --accent-soft: light-dark(#e2f1f0, #1e3534);
  --warn: light-dark(#a33b20, #f09a80);
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
header { display: flex; gap: 10px; align-items: baseline; flex-wrap: wrap; padding: 14px 24px;
  background: var(--card); border-bottom: 1px solid var(--line) }
nav { display: flex; gap: 4px; margin-left: auto }
nav a { padding: 4px 12px; border-radius: 999px; color: var(--ink); text-decoration: none; white-space: nowrap }
nav a:hover { background: var(--paper) }
nav a[aria-current] { background: var(--accent-soft); color: var(--accent); font-weight: 600 }
main { max-width: 1120px; margin: 0 auto; padding: 24px }
a { color: var(--accent) }
.brand { font-weight: 700; font-size: 18px; color: var(--ink); text-decoration: none }
.muted { color: var(--muted) }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 4px }
h2 { font-size: 15px; margin: 0 0 10px }
section { margin-top: 28px }
.card > :last-child { margin-bottom: 0 }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 16px 18px }
.grid { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(245px, 1fr)) }
.wide { grid-template-columns: repeat(auto-fit, minmax(320px, 1fr)) }
.row { display: flex; gap: 8px; align-items: center; flex-wrap: wrap }
.end { justify-content: space-between }
button, .button { font: inherit; padding: 5px 14px; border-radius: 8px; border: 1px solid var(--line);
  background: var(--card); color: var(--ink); cursor: pointer; text-decoration: none; display: inline-block }
button:hover, .button:hover { border-color: var(--accent); color: var(--accent) }
.primary { background: var(--accent); border-color: var(--accent); color: var(--card) }
.primary:hover { color: var(--card); filter: brightness(1.08) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.person { display: flex; flex-direction: column; gap: 2px; text-align: left; width: 100%; height: 100%; padding: 12px 14px; border-radius: 12px }
.person strong { font-size: 15px }
.person small { color: var(--muted) }
.tag { display: inline-block; padding: 0 8px; border-radius: 999px; background: var(--accent-soft); color: var(--accent); font-size: 12px; font-weight: 600 }
.bad { background: transparent; color: var(--warn); border: 1px solid currentColor }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0 }
dt { color: var(--muted) }
dd { margin: 0; overflow-wrap: anywhere }
code, pre, textarea { font: 13px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace }
pre, textarea { width: 100%; margin: 0; padding: 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); color: var(--ink); white-space: pre-wrap; overflow-wrap: anywhere }
table { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--line); border-radius: 12px; overflow: hidden }
th, td { text-align: left; padding: 8px 12px; border-bottom: 1px solid var(--line); vertical-align: top }
th { color: var(--muted); font-weight: 500; font-size: 13px }
tr:last-child td { border-bottom: 0 }
.mails { display: grid; grid-template-columns: minmax(260px, 360px) 1fr; gap: 16px; align-items: start }
.list { padding: 0; overflow: hidden; max-height: 80vh; overflow-y: auto }
.list a { display: block; padding: 10px 14px; border-bottom: 1px solid var(--line); color: inherit; text-decoration: none }
.list a:hover { background: var(--paper) }
.list a[aria-current] { background: var(--accent-soft); box-shadow: inset 3px 0 var(--accent) }
.list strong, .list small { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.posts { display: grid; gap: 12px; max-width: 760px; margin-top: 14px }
.post p { margin: 4px 0; overflow-wrap: anywhere }
.post h2 { font-size: 16px; margin: 6px 0; overflow-wrap: anywhere }
iframe { width: 100%; height: 62vh; border: 1px solid var(--line); border-radius: 8px; background: #fff; margin-top: 14px }
details { margin-top: 12px }
summary { cursor: pointer; color: var(--muted) }
@media (max-width: 760px) { .mails { grid-template-columns: 1fr } nav { margin-left: 0 } main, header { padding: 16px } nav a { padding: 4px 10px } }
`
