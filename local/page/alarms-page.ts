import { arnOf, type DemoAlarm } from '../alarm-tags.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'

const alarmCard = (alarm: DemoAlarm): Html => html`
  <form class="card" method="post" action="/local/alarms">
    <h2>${alarm.name}</h2>
    <p>${alarm.description}</p>
    <p class="muted"><code>${arnOf(alarm)}</code></p>
    <p>${Object.entries(alarm.tags).map(([name, value]) => html`<span class="tag">${name} = ${value}</span> `)}</p>
    <input type="hidden" name="alarm" value="${alarm.name}">
    <div class="row"><button class="primary" name="state" value="ALARM">Ring: ALARM</button><button name="state" value="OK">Clear: OK</button></div>
  </form>`

/** Rings sample alarms as CloudWatch would, through EventBridge. `done` says what was just sent. */
export const alarmsPage = (alarms: readonly DemoAlarm[], publicUrl: string, done: string | null): string =>
  page(
    'Alarms',
    'alarms',
    html`<h1>Alarms</h1>
    <p class="muted">Each button sends the event that CloudWatch would send to the desk.</p>
    ${done === null ? null : html`<p><span class="tag">sent</span> ${done}</p>`}
    <div class="grid wide">${alarms.map(alarmCard)}</div>
    <section class="card"><h2>From a script</h2>
      <pre>curl -s ${publicUrl}/local/events -H 'content-type: application/json' -d @event.json</pre>
      <p class="muted">Any EventBridge event, and the notifications of SES: Received, Bounce, Complaint, Delivery.</p>
    </section>`,
  )
