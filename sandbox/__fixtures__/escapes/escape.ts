/**
 * Code that tries to get out. Its default export says what it has got hold of: `contained` where nothing. Anything else,
 * or a text of the host, is a way out.
 */
export interface Escape {
  readonly name: string;
  readonly source: string;
}

/** Escapes by name, each the body of an async function that answers whether it is out, or throws. */
export function escapes(bodies: Readonly<Record<string, string>>): Escape[] {
  return Object.entries(bodies).map(([name, body]) => ({
    name,
    source: `
${witness}
export default async () => {
  try {
    const got: unknown = await (async (): Promise<unknown> => { ${body} })();
    return isHost(got) ? ['out', String(got)] : 'contained';
  } catch (thrown) {
    return isHost(thrown) ? ['out', String(thrown)] : 'contained';
  }
};
`,
  }));
}

/** What only Node's own process has. The shim of the sandbox has a \`process\` without any of it. */
const witness = `
const isHost = (value: any, depth = 0): boolean => {
  if (value === null || value === undefined || depth > 3) return false;
  try {
    if (typeof value === 'string') return /root:.*:0:0:|isolated_vm|node_modules|\\/proc\\/|PATH=/.test(value);
    if (typeof value !== 'object' && typeof value !== 'function') return false;
    if (value.mainModule || value.binding || value._linkedBinding || value.dlopen || value.getBuiltinModule) return true;
    if (value.versions?.v8 || value.release?.name === 'node') return true;
    if (typeof value.execSync === 'function' || typeof value.createConnection === 'function') return true;
    if (Array.isArray(value)) return value.some((one) => isHost(one, depth + 1));
    return value.process !== undefined && value.process !== (globalThis as any).process && isHost(value.process, depth + 1);
  } catch { return false; }
};`;
