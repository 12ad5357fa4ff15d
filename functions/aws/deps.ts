import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Deps, DeskIdentity } from '../../shared/application/deps.ts'
import type { Clock, Log, Store } from '../../shared/application/ports.ts'
import { createSettings } from '../../shared/application/settings-cache.ts'
import { isLanguage, type Spoken } from '../../shared/domain/language.ts'
import { createStore } from '../../shared/persistence/store.ts'
import { emfMetrics } from './emf-metrics.ts'
import { env } from './env.ts'
import { jsonLog } from './json-log.ts'

/** Ports that only some functions need: each is a right in infra/ and weight in the bundle, so each is asked for by name. */
type Chosen = Pick<
  Deps,
  | 'wakeUps'
  | 'procedures'
  | 'machine'
  | 'mailer'
  | 'textMessages'
  | 'chat'
  | 'voiceCalls'
  | 'files'
  | 'alarmTags'
  | 'bus'
  | 'secret'
>

/** Makes an adapter, given what it may need itself. */
type Makers = { readonly [Port in keyof Chosen]?: (own: { readonly clock: Clock; readonly log: Log }) => Chosen[Port] }

/** What a function works with, made once per process. @throws Error when the environment lacks something it needs */
export const awsDeps = (makers: Makers = {}): Deps => {
  const clock: Clock = { now: () => new Date().toISOString() }
  const log = jsonLog()
  const store = dynamoDbStore(clock)
  const chosen = Object.entries(makers).map(([port, make]) => [port, make({ clock, log })])
  return {
    ...NOT_CHOSEN,
    ...(Object.fromEntries(chosen) as Partial<Chosen>),
    store,
    settings: createSettings({ store, clock }),
    clock,
    log,
    metrics: emfMetrics(),
    newId: randomUUID,
    identity: identity(),
  }
}

const dynamoDbStore = (clock: Clock): Store =>
  createStore({
    client: DynamoDBDocumentClient.from(new DynamoDBClient()),
    tableName: env('TABLE_NAME'),
    clock,
    sleep,
    random: Math.random,
  })

const identity = (): DeskIdentity => ({
  name: env('DESK_NAME'),
  address: env('DESK_ADDRESS'),
  publicUrl: env('PUBLIC_URL'),
  trustedAuthservId: SES_AUTHSERV_ID,
  languages: languages(),
})

const languages = (): Spoken => {
  const [first, ...others] = env('DESK_LANGUAGES').split(',').filter(isLanguage)
  if (!first) throw new Error('DESK_LANGUAGES names no language that there is.')
  return [first, ...others]
}

/** As SES signs the Authentication-Results of the mail it receives. */
const SES_AUTHSERV_ID = 'amazonses.com'

const notChosen = (port: keyof Chosen) => async (): Promise<never> => {
  throw new Error(`This function was not given ${port}: pass it to awsDeps in its .lambda.ts and grant it in infra/.`)
}

const NOT_CHOSEN: Chosen = {
  wakeUps: { schedule: notChosen('wakeUps') },
  procedures: { follow: notChosen('procedures') },
  machine: { start: notChosen('machine'), answer: notChosen('machine') },
  mailer: { send: notChosen('mailer') },
  textMessages: { send: notChosen('textMessages') },
  chat: { post: notChosen('chat') },
  voiceCalls: { call: notChosen('voiceCalls') },
  files: {
    put: notChosen('files'),
    get: notChosen('files'),
    uploadUrl: notChosen('files'),
    uploadsAt: notChosen('files'),
    release: notChosen('files'),
  },
  alarmTags: { tagsOf: notChosen('alarmTags') },
  bus: { publish: notChosen('bus') },
  secret: notChosen('secret'),
}
