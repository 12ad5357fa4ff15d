import httpSecurityHeaders from '@middy/http-security-headers'

/** What every answer carries besides its own headers (see reply.ts); the rest of the usual ones is for pages with scripts. */
export const securityHeaders = () =>
  httpSecurityHeaders({
    contentSecurityPolicy: false,
    permissionsPolicy: false,
    reportTo: false,
    reportingEndpoints: false,
    downloadOptions: false,
    dnsPrefetchControl: false,
    permittedCrossDomainPolicies: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false, preload: false },
  })
