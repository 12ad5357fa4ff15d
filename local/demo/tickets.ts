import type { Declaration, TicketCommand } from '../../shared/domain/ticket/command.ts'

type Act = Exclude<TicketCommand, { readonly type: 'submit' | 'record' }>

/** A ticket's story so far; minutes count back from when the demo is set up. */
export type DemoTicket = {
  readonly requester: string
  readonly by: string
  readonly minutesAgo: number
  readonly declaration: { readonly type: 'submit' | 'record' } & Omit<
    Declaration,
    'number' | 'requester' | 'acknowledge'
  >
  readonly acts: readonly { readonly minutesAgo: number; readonly by: string; readonly act: Act }[]
}

/** One ticket in every state somebody may want to look at. */
export const demoTickets: readonly DemoTicket[] = [
  {
    requester: 'tom',
    by: 'tom',
    minutesAgo: 118,
    declaration: {
      type: 'submit',
      kind: 'service-request',
      class: 'request',
      channel: 'portal',
      title: 'A second monitor for desk 4.12',
      description: 'I compare drawings all day; a second screen of the same size would help a lot.',
      category: 'hardware',
      service: 'workplace',
      contact: { name: 'Tom Adeyemi', phone: null, place: 'Building A, 4th floor, desk 12' },
    },
    acts: [
      { minutesAgo: 112, by: 'grace', act: { type: 'assign' } },
      { minutesAgo: 105, by: 'leo', act: { type: 'accept' } },
      {
        minutesAgo: 41,
        by: 'leo',
        act: {
          type: 'resolve',
          outcome: 'cure',
          solution: 'Monitor from stock connected and tested.',
          cause: null,
          environmentChanged: false,
          leftToFindOut: null,
        },
      },
      {
        minutesAgo: 38,
        by: 'tom',
        act: { type: 'confirm', satisfaction: { score: 5, comment: 'Within the hour, thank you!' } },
      },
      { minutesAgo: 36, by: 'grace', act: { type: 'close', code: 'solved' } },
    ],
  },
  {
    requester: 'anna',
    by: 'anna',
    minutesAgo: 96,
    declaration: {
      type: 'submit',
      channel: 'portal',
      title: 'Invoices print without their second page',
      description: 'Since this morning printer 3 leaves out page 2 of every invoice. Other documents are fine.',
      category: 'printing',
      service: 'workplace',
      item: 'printer-3',
      contact: { name: 'Anna Berg', phone: '+49 30 23125 100', place: 'Building A, 3rd floor' },
    },
    acts: [
      { minutesAgo: 88, by: 'wei', act: { type: 'assign' } },
      { minutesAgo: 80, by: 'xia', act: { type: 'accept' } },
      {
        minutesAgo: 62,
        by: 'xia',
        act: {
          type: 'comment',
          visibility: 'public',
          text: 'Please send us one such invoice as a file, so that we can print it from here.',
        },
      },
      {
        minutesAgo: 61,
        by: 'xia',
        act: { type: 'wait', code: 'requester', reason: 'An invoice that prints wrongly is needed.' },
      },
    ],
  },
  {
    requester: 'victor',
    by: 'grace',
    minutesAgo: 24,
    declaration: {
      type: 'record',
      channel: 'hotline',
      class: 'fault',
      title: 'Mail on the phone asks for the password again and again',
      description: 'Started after the password was changed yesterday. Mail on the laptop works.',
      category: 'email',
      service: 'email',
    },
    acts: [
      { minutesAgo: 22, by: 'grace', act: { type: 'assign', group: 'workplace', assignee: 'leo' } },
      { minutesAgo: 17, by: 'leo', act: { type: 'accept' } },
      {
        minutesAgo: 9,
        by: 'leo',
        act: {
          type: 'comment',
          visibility: 'internal',
          text: 'The old password is still kept in the mail profile; the profile has to be made anew.',
        },
      },
    ],
  },
  {
    requester: 'mei',
    by: 'mei',
    minutesAgo: 12,
    declaration: {
      type: 'submit',
      channel: 'portal',
      title: '采购订单无法提交',
      description: '点击“提交”后页面一直转圈，几分钟后提示超时。同部门的其他同事也遇到同样的问题。',
      category: 'erp',
      service: 'erp',
      item: 'erp-server-1',
    },
    acts: [{ minutesAgo: 8, by: 'wei', act: { type: 'assign', group: 'workplace' } }],
  },
  {
    requester: 'lin',
    by: 'lin',
    minutesAgo: 6,
    declaration: {
      type: 'submit',
      channel: 'portal',
      title: '远程接入后网速很慢',
      description: '在家连接远程接入后，打开内部网页需要半分钟以上。断开后上网正常。',
    },
    acts: [],
  },
  {
    requester: 'victor',
    by: 'victor',
    minutesAgo: 3,
    declaration: {
      type: 'submit',
      class: 'complaint',
      channel: 'portal',
      title: 'Called three times and nobody called back',
      description: 'I was promised a call before lunch. Please tell me who looks after this now.',
    },
    acts: [],
  },
]
