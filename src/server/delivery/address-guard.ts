import { lookup as lookUp } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Why an address is not called. */
export type AddressFault = 'not-https' | 'private-address' | 'with-credentials' | 'not-an-address';

/** Networks that are nobody's public address: RFC 6890 and its like. */
const RESERVED = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  RESERVED.addSubnet(network, prefix, 'ipv4');
}

/** Of IPv6 only global unicast is public, less what carries IPv4 addresses inside and what is for documents. */
const GLOBAL_6 = new BlockList();
GLOBAL_6.addSubnet('2000::', 3, 'ipv6');
const NOT_GLOBAL_6 = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  NOT_GLOBAL_6.addSubnet(network, prefix, 'ipv6');
}

/** Whether an IP address belongs to no public network. */
export function isPrivateAddress(address: string): boolean {
  if (isIP(address) === 4) return RESERVED.check(address, 'ipv4');
  const plain = address.replace(/%.*$/, '');
  return !GLOBAL_6.check(plain, 'ipv6') || NOT_GLOBAL_6.check(plain, 'ipv6');
}

/** This machine by name, not a name that somebody else lets point at it. */
function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/**
 * What speaks against calling an address, as far as it can be told without asking for its name: it must be `https:`, or
 * on this machine; an address of a private network only where that is allowed.
 */
export function addressFault(text: string, allowsPrivate: boolean): AddressFault | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return 'not-an-address';
  if (url.username !== '' || url.password !== '') return 'with-credentials';
  if (isLoopback(url.hostname)) return undefined;
  if (url.protocol !== 'https:') return 'not-https';
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(literal) !== 0 && !allowsPrivate && isPrivateAddress(literal) ? 'private-address' : undefined;
}

/** A connection was not made, because the name stands for an address of a private network. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/**
 * Looks a name up for a connection to `url` and lets only public addresses through. The connection goes to what was
 * checked, so a name that is answered differently a moment later gains nothing.
 */
export function guardedLookup(url: URL, allowsPrivate: boolean): LookupFunction {
  const isFree = allowsPrivate || isLoopback(url.hostname);
  return (hostname, options, done) => {
    lookUp(hostname, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error) done(error, []);
      else if (!first || (!isFree && found.some(({ address }) => isPrivateAddress(address))))
        done(new PrivateAddressError(`${hostname} is not a public address`), []);
      else if (options.all === true) done(null, found);
      else done(null, first.address, first.family);
    });
  };
}
