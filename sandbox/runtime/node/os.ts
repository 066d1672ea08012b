export const EOL = '\n';
export const tmpdir = (): string => '/tmp';
export const homedir = (): string => '/home/sandbox';
export const hostname = (): string => 'sandbox';
export const platform = (): string => 'linux';
