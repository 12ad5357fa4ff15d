import { TABLE } from '../../shared/persistence/table-definition.ts'
import type { Rights } from './granted-rights.ts'

/**
 * Who may do what on which resource: all of it, for the synthesised policies must equal these tables. A condition stands
 * behind the resource it narrows.
 */

const CALL = ['lambda:InvokeFunction']
const LOG = { 'own log': ['logs:CreateLogStream', 'logs:PutLogEvents'] }

/** Nobody scans and nobody deletes (AUD-1). Any list may be asked for: an index is a view of the table, no secret of its own. */
const RECORDS = {
  table: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
  ...Object.fromEntries(TABLE.indexes.map(({ name }) => [`table/index/${name}`, ['dynamodb:Query']])),
}
const STREAM = {
  'table/stream': [
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
  ],
}
const FILES = { files: ['s3:ListBucket'], 'files/*': ['s3:GetObject', 's3:PutObject'] }
const KEY = { 'ssm:parameter/firstline/trial/secret': ['ssm:GetParameter'] }

const AS_THE_DESK = 'if ses:FromAddress is help@it.example.org'
const MAIL = {
  [`ses:configuration-set/MailSendingMails ${AS_THE_DESK}`]: ['ses:SendEmail'],
  [`ses:identity/it.example.org ${AS_THE_DESK}`]: ['ses:SendEmail'],
}
const WAYS_TO_PEOPLE = {
  ...MAIL,
  ...KEY,
  'anything but sns:*:*:*': ['sns:Publish'],
  'ssm:parameter/firstline/trial/chat/*': ['ssm:GetParameter'],
}
const BUS = { Bus: ['events:PutEvents'] }
const lettersTo = (queue: string) => ({ [queue]: ['sqs:SendMessage'] })

const COPYING = [
  ...['s3:Abort*', 's3:DeleteObject*', 's3:GetBucket*', 's3:GetObject*', 's3:List*', 's3:PutObject'],
  ...['s3:PutObjectLegalHold', 's3:PutObjectRetention', 's3:PutObjectTagging', 's3:PutObjectVersionTagging'],
]
const READING = ['s3:GetBucket*', 's3:GetObject*', 's3:List*']

/** What the roles of each stack may do. */
export const MAY: Readonly<Record<string, Rights>> = {
  state: {
    SecretCreation: { ...LOG, 'ssm:parameter/firstline/trial/secret': ['ssm:PutParameter'] },
  },
  desk: {
    FunctionsApi: {
      ...LOG,
      ...RECORDS,
      table: [...RECORDS.table, 'dynamodb:BatchGetItem'].toSorted(),
      ...FILES,
      ...KEY,
    },
    FunctionsIntakeMail: {
      ...LOG,
      ...RECORDS,
      ...FILES,
      ...KEY,
      'files/incoming/*': ['s3:PutObjectTagging'],
      ...lettersTo('FunctionsUnreadMailQueue'),
    },
    FunctionsIntakeEvent: {
      ...LOG,
      ...RECORDS,
      'cloudwatch:alarm:*': ['cloudwatch:ListTagsForResource'],
      ...lettersTo('FunctionsUnseenEventsQueue'),
    },
    FunctionsMailFeedback: { ...LOG, ...RECORDS, ...lettersTo('FunctionsUnheardFeedbackQueue') },
    FunctionsReact: {
      ...LOG,
      ...RECORDS,
      ...STREAM,
      ...WAYS_TO_PEOPLE,
      ...BUS,
      'scheduler:schedule/firstline-trial-wake-ups/*': ['scheduler:CreateSchedule'],
      WakeUpsRole: ['iam:PassRole'],
      // CDK grants an event source's queue more than sending
      FunctionsLostReactionsQueue: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'],
    },
    FunctionsWakeUp: { ...LOG, ...RECORDS, ...WAYS_TO_PEOPLE, ...lettersTo('FunctionsLostWakeUpsQueue') },
    FunctionsSweep: { ...LOG, ...RECORDS, ...WAYS_TO_PEOPLE, ...BUS, ...lettersTo('FunctionsLostWakeUpsQueue') },
    FunctionsProcedure: {
      ...LOG,
      ...RECORDS,
      'states:stateMachine:firstline-trial-major-incident': ['states:SendTaskSuccess', 'states:StartExecution'],
      'states:execution:firstline-trial-major-incident:*': ['states:DescribeExecution'],
      ...lettersTo('FunctionsUnfollowedProceduresQueue'),
    },
    FunctionsReport: { ...LOG, ...RECORDS, ...MAIL, 'files/reports/*': ['s3:GetObject', 's3:PutObject'] },
    DefaultsPutting: { ...LOG, table: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    // the state machine, and the scheduler on behalf of each of its groups
    Procedure: { FunctionsProcedureFunction: CALL },
    ReportClockHourly: { FunctionsReportFunction: CALL },
    WakeUps: { FunctionsWakeUpFunction: CALL, ...lettersTo('FunctionsLostWakeUpsQueue') },
  },
  portal: {
    Files: {
      ...LOG,
      FilesBucket: COPYING,
      'FilesBucket/*': COPYING,
      's3:::cdk-hnb659fds-assets': READING,
      's3:::cdk-hnb659fds-assets/*': READING,
    },
  },
  mail: {
    SelfWatch: {
      ...LOG,
      ...RECORDS,
      ...MAIL,
      ...KEY,
      'cloudwatch:alarm:firstline-trial-canary': ['cloudwatch:SetAlarmState'],
    },
    SelfWatchRegular: { SelfWatchFunction: CALL },
    RulesActiveActivation: { ...LOG, '*': ['ses:DescribeActiveReceiptRuleSet', 'ses:SetActiveReceiptRuleSet'] },
  },
}

const PUT_LETTER = ['sqs:SendMessage']
const OF_ACCOUNT = 'if aws:SourceAccount is $AccountId'
const FROM_PORTAL = 'if AWS:SourceArn is arn:$Partition:cloudfront::$AccountId:distribution/Distribution'

/** Whom the resources of each stack let in that is no role of it. */
export const ADMITTED: Readonly<Record<string, Rights>> = {
  state: {
    'logging.s3.amazonaws.com': {
      'FilesAccessLog/* if aws:SourceArn is FilesBucket, aws:SourceAccount is $AccountId': ['s3:PutObject'],
    },
    'ses.amazonaws.com': { [`FilesBucket/incoming/* ${OF_ACCOUNT}`]: ['s3:PutObject'] },
  },
  desk: {
    'apigateway.amazonaws.com': { 'FunctionsApiFunction for execute-api:HttpApi/*/*/*': CALL },
    'events.amazonaws.com': {
      'FunctionsIntakeEventFunction for MonitoringEventsRule': CALL,
      'FunctionsProcedureFunction for ProcedureMoves': CALL,
      'FunctionsReportFunction for ReportClockAsked': CALL,
      'FunctionsSweepFunction for SweepClockRule': CALL,
      'FunctionsWakeUpFunction for WakeUpsSoon': CALL,
      'FunctionsLostWakeUpsQueue if aws:SourceArn is SweepClockRule': PUT_LETTER,
      'FunctionsLostWakeUpsQueue if aws:SourceArn is WakeUpsSoon': PUT_LETTER,
      'FunctionsUnfollowedProceduresQueue if aws:SourceArn is ProcedureMoves': PUT_LETTER,
      'FunctionsUnseenEventsQueue if aws:SourceArn is MonitoringEventsRule': PUT_LETTER,
    },
    'ses.amazonaws.com': {
      [`MailSendingFeedback ${OF_ACCOUNT}`]: ['sns:Publish'],
      'MailSendingFeedback if AWS:SourceAccount is $AccountId, AWS:SourceArn is arn:$Partition:ses:$Region:$AccountId:configuration-set/MailSendingMails':
        ['sns:Publish'],
      [`StoredMails ${OF_ACCOUNT}`]: ['sns:Publish'],
    },
    'sns.amazonaws.com': {
      'FunctionsIntakeMailFunction for StoredMails': CALL,
      'FunctionsMailFeedbackFunction for MailSendingFeedback': CALL,
      'FunctionsUnheardFeedbackQueue if aws:SourceArn is MailSendingFeedback': PUT_LETTER,
      'FunctionsUnreadMailQueue if aws:SourceArn is StoredMails': PUT_LETTER,
    },
  },
  portal: {
    'cloudfront.amazonaws.com': {
      [`FilesBucket ${FROM_PORTAL}`]: ['s3:GetObject', 's3:ListBucket'],
      [`FilesBucket/* ${FROM_PORTAL}`]: ['s3:GetObject', 's3:ListBucket'],
    },
  },
  mail: {},
}

/** Why a resource or an action ends with a star. */
export const REASONS: Readonly<Record<string, string>> = {
  'files/*': 'Mails and attachments lie under keys nobody knows beforehand, all of them in the one bucket.',
  'files/incoming/*':
    'Marks a canary’s mail, so that storage removes it; SES names received mails, nobody knows their keys.',
  'files/reports/*': 'Reports are named by their content; nothing else begins like this.',
  'anything but sns:*:*:*': 'A phone number is no resource, and this leaves out every topic there is.',
  'ssm:parameter/firstline/trial/chat/*':
    'Chats are added while the desk runs; below it are webhooks of the stage alone.',
  'scheduler:schedule/firstline-trial-wake-ups/*': 'One schedule per record and moment, in a group of its own.',
  'states:execution:firstline-trial-major-incident:*': 'Executions of the one machine, one or more per procedure.',
  'cloudwatch:alarm:*': 'Any alarm of the account may ring, and its tags say whose it is; they are read, nothing else.',
  'FilesBucket/*': 'The built portal, which CDK copies there at deployment; the bucket holds nothing else.',
  's3:::cdk-hnb659fds-assets/*': 'What was uploaded for the deployment, by CDK’s own grant.',
  '*': 'Which rule set receives is a property of the account: these two actions know no resource.',
  's3:Abort*': 'CDK’s own grant for copying the portal, on the portal’s bucket alone.',
  's3:DeleteObject*': 'CDK’s own grant for copying the portal, on the portal’s bucket alone.',
  's3:GetBucket*': 'CDK’s own grant for copying the portal, on its two buckets alone.',
  's3:GetObject*': 'CDK’s own grant for copying the portal, on its two buckets alone.',
  's3:List*': 'CDK’s own grant for copying the portal, on its two buckets alone.',
}
