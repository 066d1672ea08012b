import { z } from 'zod';

/** A path inside the connector's own folder: relative, forward slashes, no dot segments. */
export const ConnectorPath = z
  .string()
  .regex(
    /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/,
    'must be a relative path without dot segments',
  );

/** Generated code: the whole folder, file by file. */
export const Connector = z.strictObject({
  /** Folder name: `hubspot-contact-to-netsuite-contact`. */
  name: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  mapping: z.string(),
  files: z.array(z.strictObject({ path: ConnectorPath, content: z.string() })),
});
export type Connector = z.infer<typeof Connector>;
