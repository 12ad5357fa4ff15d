import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'

const LARGEST_BYTES = 40_000_000

class Refused extends Error {
  readonly responseCode: number

  constructor(responseCode: number, message: string) {
    super(message)
    this.responseCode = responseCode
  }
}

/** The desk's address and its plus-addresses (replies carry their token there). */
const isAddressOf = (desk: string, recipient: string): boolean =>
  recipient.toLowerCase().replace(/\+[^@]*(?=@[^@]*$)/, '') === desk.toLowerCase()

const contentOf = async (stream: SMTPServerDataStream): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk)
  if (stream.sizeExceeded) throw new Refused(552, 'The mail is larger than 40 MB')
  return Buffer.concat(chunks)
}

/** What every receiving server writes on top, and SES too. */
const traceOf = (session: SMTPServerSession): string => {
  const { mailFrom } = session.envelope
  return [
    `Return-Path: <${mailFrom ? mailFrom.address : ''}>`,
    `Received: from ${session.hostNameAppearsAs} ([${session.remoteAddress}])`,
    `\tby localhost with ${session.transmissionType} id ${session.id};`,
    `\t${new Date().toUTCString().replace('GMT', '+0000')}`,
    '',
  ].join('\r\n')
}

/** Answers 250 only once `accept` has the mail in keeping. Loopback only, no sign-in: what arrives is trusted. */
const smtpServer = (deskAddress: string, accept: (raw: Uint8Array) => Promise<void>): SMTPServer =>
  new SMTPServer({
    name: 'localhost',
    banner: 'Firstline',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_BYTES,
    closeTimeout: 2_000,
    onRcptTo: ({ address }, _session, callback) =>
      isAddressOf(deskAddress, address)
        ? callback()
        : callback(new Refused(550, `No such mailbox here; the desk is ${deskAddress}`)),
    onData: (stream, session, callback) => {
      contentOf(stream)
        .then((content) => accept(Buffer.concat([Buffer.from(traceOf(session)), content])))
        .then(
          () => callback(null, 'Kept'),
          (error: unknown) =>
            callback(error instanceof Refused ? error : new Refused(451, 'Could not be kept, try again')),
        )
    },
  })

export type RunningSmtp = { readonly port: number; close(): Promise<void> }

/** @throws the system's error when the port is taken */
export const startSmtp = (
  port: number,
  deskAddress: string,
  accept: (raw: Uint8Array) => Promise<void>,
): Promise<RunningSmtp> =>
  new Promise((running, failed) => {
    const server = smtpServer(deskAddress, accept)
    server.once('error', failed)
    const listener = server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', failed)
      // a client that hangs up in the middle is no trouble of the desk's
      server.on('error', () => undefined)
      const address = listener.address()
      running({
        port: typeof address === 'object' && address ? address.port : port,
        close: () => new Promise((closed) => server.close(() => closed())),
      })
    })
  })
