import { BadConfig } from './config.ts';
import { NoPlayground } from './local/launch-playground.ts';
import { BrokenPolicyFile } from './organisation/read-yaml.ts';
import { StoreRefused, StoreUnavailable } from './store/store-error.ts';
import { MayNotListen } from './teams/may-listen.ts';

const sentences: readonly (new (...args: never[]) => Error)[] = [
  BadConfig,
  BrokenPolicyFile,
  StoreRefused,
  StoreUnavailable,
  MayNotListen,
  NoPlayground,
];

/** One sentence for whoever starts the program: what is wrong and what to change. Anything unforeseen keeps its stack. */
export function sayWhyNot(error: unknown): string {
  if (!(error instanceof Error)) return `It could not start: ${String(error)}`;
  if (sentences.some((known) => error instanceof known)) return `It could not start. ${error.message}`;
  const { code, path, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  if (path !== undefined && ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'].includes(code ?? ''))
    return `It could not start. ${path} cannot be written (${code}): make room or give leave, or set DATA_DIR to another folder.`;
  if (code === 'EADDRINUSE')
    return `It could not start. Port ${port} is in use: end the program that uses it, or set PORT to another.`;
  if (code === 'EADDRNOTAVAIL')
    return `It could not start. ${address} is not an address of this machine: set HOST to one that is.`;
  if (code === 'EACCES') return `It could not start. It may not use port ${port}: set PORT to one above 1023.`;
  return `It could not start, for a reason that nobody foresaw: ${error.stack ?? error.message}`;
}
