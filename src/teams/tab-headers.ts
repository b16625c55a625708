/** Hosts that may show the tab in a frame: Teams, Outlook and Microsoft 365, as Microsoft's page on tab requirements lists them. */
const frameAncestors = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
];

/** teams-js fetches the list of hosts that it may talk to from here, at every start. */
const trustedHostsList = 'https://res.cdn.office.net';

/** On everything under /tab; `nosniff` is on every answer anyhow. The tab sets no cookie, so there is nothing here about cookies. */
export function tabHeaders(local: boolean): Readonly<Record<string, string>> {
  return {
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    ...(local ? {} : { 'strict-transport-security': 'max-age=31536000' }),
  };
}

/** The page's content security policy. Fluent writes its style sheets at run time, which the nonce allows; scripts come from files alone. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    'media-src blob:',
    `connect-src 'self' ${trustedHostsList}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    `frame-ancestors 'self' ${frameAncestors.join(' ')}`,
  ].join('; ');
}

/** For what is no page: an answer of the API or a piece of evidence, should anybody open it by itself. */
export const barePolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
