import { CfnOutput, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { endpoints } from '../shared/contract/api.ts'
import { AlarmTopic } from './alarm-topic.ts'
import { DeskBus } from './desk-bus.ts'
import { DeskDashboard } from './desk-dashboard.ts'
import { DeskDefaults } from './desk-defaults.ts'
import { DeskFunctions } from './desk-functions.ts'
import { DeskTable } from './desk-table.ts'
import { grantGroupChats } from './group-chats.ts'
import { DeskHttpApi } from './http-api.ts'
import { MailSending } from './mail-sending.ts'
import { MajorIncidentProcedure } from './major-incident-procedure.ts'
import { MonitoringEvents } from './monitoring-events.ts'
import { keepInside } from './rehearsal.ts'
import { ReportClock } from './report-clock.ts'
import { SesTopic } from './ses-topic.ts'
import type { SignIn } from './sign-in.ts'
import { canaryAlarmOf, prefixOf, type StageSettings } from './stage-settings.ts'
import type { StateStack } from './state-stack.ts'
import { SweepClock } from './sweep-clock.ts'
import { TableChanges } from './table-changes.ts'
import { grantTelephone } from './telephone.ts'
import { grantTextMessages } from './text-messages.ts'
import { WakeUpSchedules } from './wake-up-schedules.ts'

export type DeskStackProps = { readonly settings: StageSettings; readonly state: StateStack }

/** The desk at work: its functions, what calls them, and what they may do. */
export class DeskStack extends Stack {
  readonly alarms: AlarmTopic
  /** What it works on. */
  readonly table: DeskTable
  /** Where the mail rules tell of a mail they have stored. */
  readonly storedMails: SesTopic
  readonly mailSending: MailSending
  /** https://…, where the HTTP API answers. */
  readonly apiUrl: string
  private readonly functions: DeskFunctions
  private readonly http: DeskHttpApi

  constructor(scope: Construct, { settings, state }: DeskStackProps) {
    super(scope, 'Desk', {
      stackName: `${prefixOf(settings)}desk`,
      description: 'Firstline: the desk at work',
    })
    this.alarms = new AlarmTopic(this, 'Alarms', { recipients: settings.alarmRecipients })
    this.functions = new DeskFunctions(this, 'Functions', { alarms: this.alarms, settings })
    this.http = new DeskHttpApi(this, 'Http', { alarms: this.alarms, settings })
    this.apiUrl = this.http.url
    this.storedMails = new SesTopic(this, 'StoredMails', {
      about: 'Mail stored for the desk',
      listener: this.functions.intakeMail,
      deadLetters: this.functions.unreadMail,
    })
    const { mailFeedback, unheardFeedback } = this.functions
    this.mailSending = new MailSending(this, 'MailSending', { settings, mailFeedback, deadLetters: unheardFeedback })
    const { restoredTable } = settings
    this.table = restoredTable ? new DeskTable(this, 'RestoredTable', restoredTable) : state.table
    this.callFunctions(state.signIn, settings)
    const publicUrl = settings.publicUrl ?? this.apiUrl
    this.shareState(state, publicUrl)
    new DeskDefaults(this, 'Defaults', { table: this.table, settings, publicUrl })
    this.reachOutside(settings)
    new DeskDashboard(this, 'Dashboard', { settings, table: this.table, functions: this.functions, http: this.http })
    new CfnOutput(this, 'ApiUrl', { value: this.apiUrl })
  }

  private callFunctions(signIn: SignIn, settings: StageSettings): void {
    const { table } = this
    const { api, react, lostReactions, intakeEvent, unseenEvents, sweep, lostWakeUps } = this.functions
    this.http.serve(endpoints, api, signIn)
    new TableChanges(this, 'TableChanges', { table, react, deadLetters: lostReactions })
    new MonitoringEvents(this, 'MonitoringEvents', {
      intakeEvent,
      deadLetters: unseenEvents,
      ownAlarmPrefix: prefixOf(settings),
      canaryAlarm: canaryAlarmOf(settings),
    })
    new SweepClock(this, 'SweepClock', { sweep, deadLetters: lostWakeUps })
  }

  private shareState({ files, secret }: StateStack, publicUrl: string): void {
    const { all, api, intakeMail, senders, report } = this.functions
    for (const each of all) {
      this.table.grantUse(each)
      each.set('PUBLIC_URL', publicUrl)
    }
    for (const each of [api, intakeMail]) files.grantUse(each)
    this.table.grantReadTogether(api)
    files.grantRelease(intakeMail)
    files.grantReports(report)
    for (const each of [api, intakeMail, ...senders]) secret.grantRead(each)
  }

  /** Only what follows from a change or from time reaches outside; everybody else just writes down what has happened. */
  private reachOutside(settings: StageSettings): void {
    const { react, wakeUp, senders, lostWakeUps, report } = this.functions
    const bus = new DeskBus(this, 'Bus')
    bus.grantPublish(react)
    new WakeUpSchedules(this, 'WakeUps', {
      settings,
      wakeUp,
      bus,
      deadLetters: lostWakeUps,
    }).grantSchedule(react)
    this.followProcedures(bus, settings)
    new ReportClock(this, 'ReportClock', { settings, report, bus })
    this.mailSending.grantSend(report)
    if (settings.rehearsal) for (const each of [...senders, report]) keepInside(each)
    for (const each of senders) {
      this.mailSending.grantSend(each)
      grantTextMessages(each)
      grantGroupChats(each, settings)
      grantTelephone(each, settings)
    }
  }

  private followProcedures(bus: DeskBus, settings: StageSettings): void {
    const { alarms, functions } = this
    const { procedure, unfollowedProcedures: deadLetters, react, sweep } = functions
    const props = { procedure, bus, deadLetters, alarms, settings }
    const machine = new MajorIncidentProcedure(this, 'Procedure', props)
    for (const each of [react, sweep]) machine.grantFollow(each)
  }
}
