import { singular } from '../../../core/text/singular.ts';
import { camelCase, words } from '../../naming/words.ts';

/**
 * A recorded path with placeholders where it names one record or account: numbers, UUIDs, addresses, long words with digits
 * in them, and whatever the answers give as an id (`ids`). `/v1/contacts/42` → `/v1/contacts/{contactId}`.
 */
export function pathTemplate(path: string, ids: ReadonlySet<string> = new Set()): string {
  const taken = new Set<string>();
  let before = '';
  const steps = path.split('/').map((raw) => {
    const step = decode(raw);
    if (!isValue(step, before) && !(ids.has(step) && before !== '')) {
      before = step;
      return raw.replaceAll(/[{}#]/g, '');
    }
    const named = words(before.replace(/\.json$/i, ''));
    const last = named.pop();
    const base =
      last === undefined || /^v?\d+$/.test(last) ? 'id' : `${camelCase([...named, singular(last)])}Id`;
    let name = base;
    for (let count = 2; taken.has(name); count += 1) name = `${base}${count}`;
    taken.add(name);
    return `{${name}}${/\.json$/i.test(step) ? '.json' : ''}`;
  });
  const template = steps.join('/');
  return template.startsWith('/') ? template : `/${template}`;
}

function isValue(step: string, before: string): boolean {
  const plain = step.replace(/\.json$/i, '');
  // `/rest/api/3/field`: a version.
  if (/^\d{1,2}$/.test(plain)) return !/^(?:api|rest|v|version|data|services?)?$/i.test(before);
  return (
    /^\d+$/.test(plain) ||
    /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(plain) ||
    (/^[0-9a-f]{8,}$/i.test(plain) && /\d/.test(plain)) ||
    plain.includes('@') ||
    /^gid:/.test(plain) ||
    // `appBeIpEI3hxUKRMo`, `cus_ABC123def456`: letters and digits mixed, longer than a name with a version.
    (/^[\w:-]{12,}$/.test(plain) &&
      /\d/.test(plain) &&
      /[a-z]/i.test(plain) &&
      !/^[a-z]+(?:[-_][a-z]+)*[-_]?v?\d{1,4}$/i.test(plain)) ||
    // `C012AB3CD`, as Slack writes them.
    (/^[A-Z\d]{8,}$/.test(plain) && /\d.*\d/.test(plain) && /[A-Z]/.test(plain))
  );
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
