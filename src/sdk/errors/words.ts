// What errors tell a developer: what happened, and what to do. Never text from the network. A page's readers are told in
// the words of its elements, so that the bundle for pages has shorter ones: embed/words.ts.

/** By the status of an answer that was refused, and the code that is made of it. */
export function httpWords(status: number, code: keyof typeof FIXES): string {
  return `HTTP ${status}: ${FIXES[code]}.`;
}

const FIXES = {
  'bad-request': 'a parameter was not accepted; `problem.errors` names it',
  unauthorized: 'give a valid `siteKey` or token',
  forbidden: "the site key does not allow this page's origin, or the token this call",
  'not-found': 'there is no such record, or `baseUrl` is not the address of a platform',
  conflict: 'the record has changed meanwhile; read it again',
  invalid: 'a field was not accepted; `problem.errors` names it',
  'rate-limited': 'too many requests; wait `retryAfterMs` before the next',
  server: 'the platform failed; report `requestId` if it stays',
  unavailable: 'the platform is not available; try again later',
  http: 'the platform did not accept the request',
};

export function networkWords(offline: boolean): string {
  return offline
    ? 'This device is offline; connect and try again.'
    : "The platform could not be reached: check the network and `baseUrl`, and that the site key allows this page's origin.";
}

export function timeoutWords(timeoutMs: number): string {
  return `The platform did not answer within ${timeoutMs} ms; try again, or raise \`timeoutMs\`.`;
}

export function tooLargeWords(mostBytes: number): string {
  return `The answer is larger than ${mostBytes} bytes; ask for fewer records at once.`;
}

/** For an answer that is no JSON. */
export function notJsonWords(text: string): string {
  return /^\s*</.test(text)
    ? 'The answer is a web page: of a sign-in page, captive portal or proxy, or `baseUrl` is not the address of a platform.'
    : 'The answer is not JSON: it was cut short on its way, or `baseUrl` is not the address of a platform.';
}

/** For JSON of another shape than the contract promises. */
export function otherShapeWords(): string {
  return 'The answer is not what this version of the SDK reads: update it, or `baseUrl` is not the address of a platform.';
}

export function rejectedWords(rejected: number, all: number): string {
  return `${rejected} of ${all} records could not be read and were left out; \`issues\` tells why.`;
}

export function limitWords(name: 'timeoutMs' | 'retries'): string {
  return name === 'timeoutMs'
    ? '`timeoutMs` must be above 0, or Infinity for no limit.'
    : '`retries` must be a whole number, 0 or more.';
}

/** For an id that would address something else, such as '' or '..'. */
export function idWords(what: string): string {
  return `${what}: 1 to 64 letters, digits, \`-\` or \`_\`.`;
}

/** For a prefix of parameters that would make them ambiguous. */
export function prefixWords(prefix: string): string {
  return `The URL prefix ${JSON.stringify(prefix)} cannot be used: take letters, digits, \`-\` and \`_\`, a letter first, and not \`f\`, \`match\` or \`r\` alone.`;
}
