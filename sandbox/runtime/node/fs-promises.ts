import { clock } from '../clock.ts';
import * as sync from './fs-sync.ts';

/** A function that answers, or fails, in a promise. */
function later<Args extends unknown[], Result>(run: (...args: Args) => Result) {
  return async (...args: Args): Promise<Awaited<Result>> => await run(...args);
}

export const constants = { F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 };
export const access = later(sync.accessSync);
export const appendFile = later(sync.appendFileSync);
export const copyFile = later(sync.copyFileSync);
export const lstat = later(sync.statSync);
export const mkdir = later(sync.mkdirSync);
export const mkdtemp = later(sync.mkdtempSync);
export const readFile = later(sync.readFileSync);
export const readdir = later(sync.readdirSync);
export const rename = later(sync.renameSync);
export const rm = later(sync.rmSync);
export const rmdir = later(sync.rmdirSync);
export const stat = later(sync.statSync);
export const unlink = later(sync.unlinkSync);
export const writeFile = later(sync.writeFileSync);

/** A file handle as far as careful writers use it: write, sync, close. */
export async function open(path: sync.PathLike, flags = 'r') {
  if (flags.startsWith('r')) sync.accessSync(path);
  else if (!flags.startsWith('a')) sync.writeFileSync(path, '', { flag: flags });
  const append = (data: string | Uint8Array) => sync.appendFileSync(path, data);
  const settle = async () => {
    await clock.turn();
  };
  return {
    appendFile: later(append),
    close: settle,
    datasync: settle,
    readFile: later((option?: Parameters<typeof sync.readFileSync>[1]) => sync.readFileSync(path, option)),
    stat: later(() => sync.statSync(path)),
    sync: settle,
    write: later((data: string | Uint8Array) => append(data)),
    writeFile: later(append),
    [Symbol.asyncDispose]: settle,
  };
}
