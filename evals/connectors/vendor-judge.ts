import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createMockServer } from '@scalar/mock-server';
import { load } from 'js-yaml';
import type { Entity } from '../../tools/model/index.ts';
import type { Asked } from './peer/read-request.ts';

/** Vendors' own descriptions, below CAUSEWAY_SPECS, that are written for validation. */
const descriptions: Readonly<Record<string, string>> = {
  'hubspot#contact': 'hubspot/openapi/contacts.v3.openapi.json',
  'hubspot#company': 'hubspot/openapi/companies.v3.openapi.json',
  stripe: 'stripe/stripe.2024-04-10.openapi.json.gz',
  intercom: 'intercom/intercom.2.16.openapi.yaml',
  pipedrive: 'pipedrive/pipedrive.openapi.yaml',
  xero: 'xero/xero_accounting.openapi.yaml',
  quickbooks: 'quickbooks/quickbooks-online.openapi.yaml',
  github: 'github/api.github.com.openapi.json.gz',
  shopify: 'shopify/admin-rest.openapi.yaml',
  servicenow: 'servicenow/table-api.openapi.yaml',
};

type Document = Record<string, unknown> & { paths: Record<string, unknown>; servers?: { url: string }[] };

/** A mock server of somebody else, on the vendor's own description, looks at every request before the peer does. */
export interface VendorJudge {
  readonly judge: (asked: Asked) => Promise<string | null>;
  /** Requests that it knew the operation of, and others. */
  readonly seen: { judged: number; undescribed: number };
}

/** Null where there is no description of this system. */
export async function vendorJudge(entity: Entity, specs: string): Promise<VendorJudge | null> {
  const file = descriptions[`${entity.system}#${entity.name}`] ?? descriptions[entity.system];
  if (file === undefined) return null;
  const document = await readDocument(join(specs, file));
  const { prefix, paths } = described(document, entity);
  if (Object.keys(paths).length === 0) return null;
  const known = Object.keys(paths).map((path) => new RegExp(`^${pattern(path)}$`));
  const app = await createMockServer({ document: { ...document, paths, servers: [] }, logger: false });
  const seen = { judged: 0, undescribed: 0 };
  return {
    seen,
    async judge({ method, url, headers, text }) {
      const path = url.pathname.slice(prefix.length);
      if (!url.pathname.startsWith(prefix) || !known.some((one) => one.test(path))) {
        seen.undescribed += 1;
        return null;
      }
      seen.judged += 1;
      const { host: _, connection: __, 'content-length': ___, 'transfer-encoding': ____, ...kept } = headers;
      const answer = await app.request(`${path}${url.search}`, {
        method,
        headers: kept,
        ...(text === '' ? {} : { body: text }),
      });
      if (answer.status < 400 || answer.status >= 500) return null;
      return `${method} ${path}: ${answer.status} ${(await answer.text()).slice(0, 500)}`;
    },
  };
}

async function readDocument(path: string): Promise<Document> {
  const bytes = await readFile(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  return (/\.json(?:\.gz)?$/.test(path) ? JSON.parse(text) : load(text)) as Document;
}

/** The paths of the record type's calls, without the part that stands in the server's URL. */
function described(document: Document, entity: Entity): { prefix: string; paths: Record<string, unknown> } {
  const server = /^(?:https?:\/\/[^/]+)?(\/.*?)\/?$/.exec(document.servers?.[0]?.url ?? '')?.[1] ?? '';
  const wanted = Object.values(entity.operations).map(({ path }) => shape(path));
  for (const prefix of ['', server]) {
    const paths = Object.fromEntries(
      Object.entries(document.paths).filter(([path]) => wanted.includes(shape(`${prefix}${path}`))),
    );
    if (Object.keys(paths).length > 0) return { prefix, paths };
  }
  return { prefix: '', paths: {} };
}

const shape = (path: string) => path.replace(/\{[^{}]*\}/g, '{}');
const pattern = (path: string) => path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^{}]*\}/g, '[^/]+');
