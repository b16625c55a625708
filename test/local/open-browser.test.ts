import { browserCommand } from '../../src/local/open-browser.ts';

test.each([
  ['a Mac', 'darwin', {}, 'open'],
  ['Windows', 'win32', {}, 'cmd'],
  ['Linux with X', 'linux', { DISPLAY: ':0' }, 'xdg-open'],
  ['Linux with Wayland', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open'],
  ['Linux without a screen', 'linux', {}, undefined],
  ['a Mac reached over the network', 'darwin', { SSH_CONNECTION: '192.0.2.1 1 192.0.2.2 22' }, undefined],
  ['a build server', 'linux', { DISPLAY: ':0', CI: 'true' }, undefined],
])('%s', (_where, platform, environment, program) => {
  expect(browserCommand(platform, environment)?.[0]).toBe(program);
});
