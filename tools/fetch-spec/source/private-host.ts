import { lookup as resolveName } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { RefusedError } from '../../core/index.ts';

// A public address by its range, and the metadata and DHCP service inside Azure all the same.
const refusedAddresses = new Set(['168.63.129.16']);

/** Is it an address of the public internet: not loopback, private, link-local, metadata, multicast, mapped, …? */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast' && !refusedAddresses.has(parsed.toString());
}

/** The refusal of a host inside the own network. */
export function privateHost(host: string): RefusedError {
  return new RefusedError(
    'private_host',
    `${host} is in a private network or on this machine, and is not fetched from`,
    `Add it to CAUSEWAY_ALLOW_HOSTS if you trust it, or download the description and give its path`,
  );
}

/** Is the host (`name`, `name:port` or an address) on the list of those allowed though private? */
export function isAllowed(url: URL, allowHosts: readonly string[]): boolean {
  const name = bareHost(url);
  return allowHosts.some((allowed) => {
    const wanted = allowed.toLowerCase();
    return wanted === name || wanted === url.hostname || wanted === url.host;
  });
}

/** The host name without the brackets of an IPv6 address. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();
}

/**
 * A DNS lookup for `net.connect` that hands out only checked addresses: what was checked is what is connected to, so a
 * name that changes its address between the two is no way in. Every address must be public.
 */
export function guardedLookup(anyAddress: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolveName(hostname, {
      all: true,
      family: options.family === 4 || options.family === 6 ? options.family : 0,
    })
      .then((addresses) => {
        const bad = anyAddress ? undefined : addresses.find(({ address }) => !isPublicAddress(address));
        const [first] = addresses;
        if (bad !== undefined) callback(privateHost(hostname), '', 0);
        else if (options.all === true) callback(null, addresses);
        else callback(null, first?.address ?? '', first?.family ?? 0);
      })
      .catch((error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), '', 0));
  };
}
