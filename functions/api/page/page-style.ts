/** The portal's colours (portal/styles/tokens.css) in light and dark; nothing is loaded from anywhere. */
export const PAGE_STYLE = `
:root { color-scheme: light dark;
  --paper: light-dark(#f6f7f8, #14181b); --card: light-dark(#fff, #1b2125); --ink: light-dark(#182026, #e6ebed);
  --muted: light-dark(#56636a, #9daab0); --line: light-dark(#dde3e6, #323c42); --accent: light-dark(#0b6e69, #5cc8c0);
  --on-accent: light-dark(#fff, #06211f); --soft: light-dark(#e0f0ef, #17383a); --good: light-dark(#1b7a48, #6cd09a);
  --wrong: light-dark(#b3261e, #ff9d94) }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
main { max-width: 42rem; margin: 0 auto; padding: 1.25rem 1rem 3rem }
.brand { color: var(--muted); font-size: .875rem; margin: 0 0 .75rem }
h1 { font-size: 1.4rem; line-height: 1.3; margin: 0 0 .35rem; overflow-wrap: anywhere }
h2 { font-size: 1rem; margin: 0 0 .6rem }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1rem 1.1rem; margin: 0 0 1rem }
.card:target { border-color: var(--accent); box-shadow: 0 0 0 2px var(--accent) }
.state { display: inline-block; background: var(--soft); color: var(--accent); border-radius: 99px; padding: .1rem .75rem; font-weight: 600 }
.muted, time, dt { color: var(--muted); font-size: .875rem }
.done { border-color: var(--good); color: var(--good); font-weight: 600 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1rem; margin: .9rem 0 0 }
dd { margin: 0; overflow-wrap: anywhere }
ol { list-style: none; margin: 0; padding: 0 }
li { border-top: 1px solid var(--line); padding: .7rem 0 }
li:first-child { border-top: 0; padding-top: 0 }
li p { margin: .25rem 0 0 }
.words { white-space: pre-wrap; overflow-wrap: anywhere }
.own { border-inline-start: 3px solid var(--accent); padding-inline-start: .75rem }
label { display: block; font-weight: 600; margin: 0 0 .35rem }
textarea { width: 100%; min-height: 5.5rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line);
  border-radius: 10px; padding: .6rem .7rem; resize: vertical; margin: 0 0 .7rem }
fieldset { border: 0; padding: 0; margin: 0 0 .9rem }
legend { font-weight: 600; padding: 0; margin: 0 0 .4rem }
.scores { display: flex; gap: .5rem; flex-wrap: wrap }
.scores label { font-weight: 400; margin: 0; border: 1px solid var(--line); border-radius: 10px; padding: .5rem .8rem; cursor: pointer }
.scores label:has(:checked) { border-color: var(--accent); background: var(--soft) }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .5rem 1.2rem; border-radius: 10px; cursor: pointer;
  border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent) }
.quiet { background: transparent; color: var(--accent) }
.attach { margin: 0 0 .7rem }
.attach p { margin: .35rem 0 }
.attach ul { list-style: none; margin: 0; padding: 0 }
.attach li { display: flex; flex-wrap: wrap; align-items: center; gap: .2rem .6rem; padding: .4rem 0; overflow-wrap: anywhere }
.attach li button { min-height: 2rem; padding: .1rem .7rem; font-size: .875rem }
.attach progress { width: 6rem; accent-color: var(--accent) }
.attach .wrong, .attach p[role=status] { color: var(--wrong) }
.how { display: inline-flex; flex-wrap: wrap; align-items: center; gap: .2rem .6rem; color: var(--muted) }
input[type=file] { font: inherit; color: transparent; width: 100% }
::file-selector-button { font: inherit; font-size: .875rem; font-weight: 600; min-height: 2.25rem; padding: .2rem .8rem; border-radius: 10px;
  cursor: pointer; border: 1px solid var(--line); background: var(--paper); color: var(--accent) }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
summary { cursor: pointer; font-weight: 600 }
details[open] summary { margin-bottom: .7rem }
a { color: var(--accent) }
`
