import type { APIGatewayProxyEventV2 } from 'aws-lambda'

/** What the HTTP API hands over (payload 2.0); the verified token's claims where the route has an authorizer. */
export type ApiEvent = APIGatewayProxyEventV2 & {
  readonly requestContext: {
    readonly authorizer?: { readonly jwt?: { readonly claims?: Readonly<Record<string, unknown>> } }
  }
}

/** Header names arrive in lower case. */
export const headerOf = (event: ApiEvent, name: string): string | undefined => event.headers?.[name]

/** Whether a table for a spreadsheet is asked for (REP-7). */
export const wantsCsv = (event: ApiEvent): boolean => /\btext\/csv\b/i.test(headerOf(event, 'accept') ?? '')

/** Whether a browser asks; programs that accept anything get JSON. */
export const wantsPage = (event: ApiEvent): boolean => /\btext\/html\b/i.test(headerOf(event, 'accept') ?? '')
