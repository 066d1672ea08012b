import { RefusedError, RequestError } from '../../core/index.ts';
import { protectedReason } from './protected-path.ts';

const segment = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/;

/**
 * The folder for the connector, as it goes into paths: relative, plain names only. Throws `bad_folder` for what is no
 * such path, `protected_path` for a place where nothing of ours belongs.
 */
export function checkFolder(folder: string): string {
  const segments = folder.replace(/\/$/, '').split('/');
  const path = segments.join('/');
  const reason = protectedReason(path);
  if (reason !== null) throw protectedPath(path, reason);
  if (segments.length > 10 || !segments.every((name) => segment.test(name))) {
    throw new RequestError(
      'bad_folder',
      `${JSON.stringify(folder)} is not a folder for a connector`,
      'Give a relative path of plain names, for example integrations/hubspot-contact-to-netsuite-contact',
    );
  }
  return path;
}

/** Refuses a connector with a file where only people may write. `files` are relative to the connector's folder. */
export function checkFiles(folder: string, files: readonly string[]): void {
  for (const file of files) {
    const reason = protectedReason(file, { ownFolder: true });
    if (reason !== null) throw protectedPath(`${folder}/${file}`, reason);
  }
}

function protectedPath(path: string, reason: string): RefusedError {
  return new RefusedError(
    'protected_path',
    `${path} is ${reason}, and Causeway does not write there`,
    'Keep the connector in a folder of its own, for example under integrations/',
  );
}
