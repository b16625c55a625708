import { allowLoopback, allowServiceHosts } from '../../src/teams/service-hosts.ts';

describe('the bot sends to', () => {
  test.each([
    'https://smba.trafficmanager.net/uk/',
    'https://smba.trafficmanager.net/uk/aaaaaaaa-0000-4000-8000-000000000000/',
    'https://SMBA.trafficmanager.net/emea/',
    'https://api.botframework.com/',
    'https://smba.infra.gov.teams.microsoft.us/gcch/',
  ])('%s', (url) => expect(allowServiceHosts()(url)).toBe(true));

  test('a host that was added', () => {
    const maySendTo = allowServiceHosts(['connector.example.org', '*.cloud.example.org']);
    expect(maySendTo('https://connector.example.org/')).toBe(true);
    expect(maySendTo('https://uk.cloud.example.org/')).toBe(true);
    expect(maySendTo('https://cloud.example.org/')).toBe(false);
  });
});

describe('the bot does not send to', () => {
  test.each([
    'http://smba.trafficmanager.net/uk/',
    'https://smba.trafficmanager.net:8443/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.example/smba.trafficmanager.net',
    'https://evil.example#smba.trafficmanager.net',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:pass@smba.trafficmanager.net/',
    'https://evil.trafficmanager.net/',
    'https://botframework.com.evil.example/',
    'https://evilbotframework.com/',
    'https://127.0.0.1/',
    'https://169.254.169.254/metadata/',
    'ftp://smba.trafficmanager.net/',
    'smba.trafficmanager.net',
    '',
  ])('%s', (url) => expect(allowServiceHosts()(url)).toBe(false));
});

describe('the local run sends to this machine only', () => {
  test.each([
    ['http://127.0.0.1:56150/_connector', true],
    ['http://localhost:56150/_connector', true],
    ['http://[::1]:56150/', true],
    ['https://smba.trafficmanager.net/uk/', false],
    ['http://127.0.0.1.evil.example/', false],
    ['http://localhost@evil.example/', false],
    ['http://0.0.0.0:80/', false],
    ['file:///etc/passwd', false],
  ])('%s: %s', (url, may) => expect(allowLoopback()(url)).toBe(may));
});
