import { envPart } from './env-part.ts';

const noise =
  /^(?:the|a|an|api|apis|rest|restful|openapi|swagger|public|http|json|v?\d+(?:\.\d+)*|specification|spec|service|web|reference|documentation)$/;
const genericHost =
  /^(?:localhost|example|api|test|amazonaws|azurewebsites|herokuapp|githubusercontent|vercel|netlify)$/;

/**
 * A short name for a system that is not in the catalog: the vendor's domain when the title has it or has nothing better,
 * else the title. Lower-case words joined by hyphens.
 */
export function systemName(title: string, host: string): string {
  const parts = title
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !noise.test(word));
  const domain = domainOf(host);
  if (domain !== null && (parts.length === 0 || parts.join('').includes(domain.replaceAll('-', ''))))
    return domain;
  return parts.slice(0, 4).join('-').slice(0, 40).replace(/-+$/, '') || (domain ?? 'api');
}

/** `api.eu.acme.com` → `acme`; null for addresses and hosts that name nobody. */
function domainOf(host: string): string | null {
  const labels = host.toLowerCase().replace(/:\d+$/, '').split('.');
  if (labels.length < 2 || /^\d+$/.test(labels.at(-1) ?? '')) return null;
  // `acme.co.uk`: a short label before the country is no name.
  const secondLevel = labels.at(-2) ?? '';
  const label = /^(?:co|com|org|net|gov|ac)$/.test(secondLevel) ? (labels.at(-3) ?? '') : secondLevel;
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(label) && !genericHost.test(label) ? label : null;
}

/** Prefix of a system's environment variables: `acme-billing` → `ACME_BILLING`. */
export function envPrefix(system: string): string {
  const part = envPart(system);
  return /^[A-Z]/.test(part) ? part : `API_${part}`;
}
