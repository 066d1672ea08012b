import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../../..');
const rounds = 3;

interface Row {
  readonly file: string;
  readonly entity: string;
  readonly peers: readonly string[];
}

const openapi = ['@scalar/openapi-parser dereference', '@apidevtools/swagger-parser dereference'];
const rows: readonly Row[] = [
  { file: 'github/api.github.com.openapi.json.gz', entity: 'issue', peers: openapi },
  { file: 'salesforce/platform-rest.v59.openapi.json.gz', entity: 'account', peers: openapi },
  { file: 'stripe/stripe.2024-04-10.openapi.json.gz', entity: 'customer', peers: openapi },
  {
    file: 'shopify/admin.2026-10.introspection.json.gz',
    entity: 'customer',
    peers: ['graphql buildClientSchema'],
  },
  {
    file: 'sap/API_BUSINESS_PARTNER.odata2.edmx',
    entity: 'businessPartner',
    peers: ['@sap-ux/edmx-parser parse'],
  },
];

interface Measured {
  readonly ms: number;
  readonly mb: number;
  readonly found: string;
}

/** Compiled, as it is shipped: stripping types at start would be measured otherwise. */
async function compile(): Promise<string> {
  const outdir = join(root, 'node_modules/.cache/causeway-bench');
  mkdirSync(outdir, { recursive: true });
  const entry = join(import.meta.dirname, 'child.ts');
  await build({
    entryPoints: [entry],
    outfile: join(outdir, 'child.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  return join(outdir, 'child.mjs');
}

/** The best of some rounds, each in a process of its own. */
async function measure(child: string, name: string, file: string, entity: string): Promise<Measured> {
  const all: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, [child, name, file, entity], {
      cwd: dirname(child),
      maxBuffer: 1024 * 1024,
    });
    all.push(JSON.parse(stdout) as Measured);
  }
  const best = all.toSorted((a, b) => a.ms - b.ms)[0];
  if (best === undefined) throw new Error('nothing was measured');
  return { ...best, mb: Math.min(...all.map(({ mb }) => mb)) };
}

const specs = process.env['CAUSEWAY_SPECS'];
if (specs === undefined || !existsSync(specs)) {
  process.stdout.write('skipped: no corpus (set CAUSEWAY_SPECS to a folder of vendor descriptions)\n');
} else {
  const child = await compile();
  const say = (text: string) => process.stdout.write(`${text}\n`);
  say(
    `Node ${process.version}, ${cpus().length} cores, best of ${rounds}; modules loaded before the clock starts.\n`,
  );
  say('| description | contender | ms | peak MB | time ours / theirs | memory ours / theirs | found |');
  say('|---|---|---:|---:|---:|---:|---|');
  for (const { file, entity, peers } of rows) {
    const path = join(specs, file);
    if (!existsSync(path)) continue;
    const ours = await measure(child, 'causeway', path, entity);
    say(`| ${file} | causeway | ${ours.ms} | ${ours.mb} | | | ${ours.found} |`);
    for (const peer of peers) {
      const theirs = await measure(child, peer, path, entity);
      const ratio = (a: number, b: number) => (a / b).toFixed(2);
      say(
        `| | ${peer} | ${theirs.ms} | ${theirs.mb} | ${ratio(ours.ms, theirs.ms)} | ${ratio(ours.mb, theirs.mb)} | ${theirs.found} |`,
      );
    }
  }
}
