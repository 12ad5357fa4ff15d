import { randomUUID } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { launchWith } from '../functions/self-watch.ts'
import type { Deps } from '../shared/application/deps.ts'
import type { Mailer } from '../shared/application/ports.ts'
import { type Watched, watchOneself } from '../shared/application/self-watch.ts'
import { canaryReason } from '../shared/domain/watch/canary.ts'
import { alarmStateChange } from './alarm-tags.ts'

/** Out of the desk and in again by SMTP, as the Internet's mail servers would bring it. */
const bySmtp = (port: number): Mailer => ({
  send: async ({ from, to, subject, text, html, headers }) => {
    const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
    return transport.sendMail({ from, to, subject, text, html, headers })
  },
})

const CANARY_ALARM = {
  name: 'firstline-local-canary',
  description: 'Rung by the desk itself',
  namespace: 'Firstline',
  metric: 'Nothing',
  dimensions: {},
  tags: {},
}

/** What the deployed desk does every ten minutes, here when somebody asks: the demo clock may stand for days. */
export const localSelfWatch =
  (deps: Deps, smtpPort: number, deliver: (event: unknown) => Promise<unknown>) => (): Promise<Watched> => {
    const ring = async (number: string): Promise<void> => {
      const event = alarmStateChange(CANARY_ALARM, 'ALARM', deps.clock.now(), randomUUID())
      const { state } = event.detail
      const reason = canaryReason(number, deps.identity.address)
      await deliver({ ...event, detail: { ...event.detail, state: { ...state, reason } } })
    }
    return watchOneself(deps, launchWith({ ...deps, mailer: bySmtp(smtpPort) }, ring))
  }
