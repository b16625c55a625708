import { spawn } from 'node:child_process';

type Environment = Readonly<Record<string, string | undefined>>;

/** Opens an address in the member's browser, if this machine has a desktop; does nothing otherwise. */
export function openBrowser(url: string, environment: Environment): void {
  const command = browserCommand(process.platform, environment);
  if (command === undefined) return;
  const [program, ...args] = command;
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
  child.once('error', () => {}); // No such program: the address has been printed.
  child.unref();
}

/** The program that opens an address, or undefined where nobody could see it. */
export function browserCommand(platform: string, environment: Environment): readonly [string, ...string[]] | undefined {
  if (environment.CI || environment.SSH_CONNECTION) return undefined;
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['cmd', '/c', 'start', '""'];
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
}
