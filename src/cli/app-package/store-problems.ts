import type { Manifest } from './fill-manifest.ts';

type Rule = (manifest: Manifest) => readonly (string | false)[];

/** What Microsoft's review and this project ask of a manifest beyond the schema, each in the words of who must mend it. */
const rules: readonly Rule[] = [names, addresses, identities, commands, extension, permissions];

export function storeProblems(manifest: Manifest): readonly string[] {
  const left = /\$\{\{[^}]*\}?\}?/.exec(JSON.stringify(manifest))?.[0];
  return [
    ...(left === undefined ? [] : [`${left} is not filled in`]),
    ...rules.flatMap((rule) => rule(manifest).filter((problem) => problem !== false)),
  ];
}

function names({ name, description, version }: Manifest) {
  return [
    /\b(?:microsoft|teams)\b/i.test(name.short) && 'name.short must not have "Microsoft" or "Teams" in it',
    /\b(?:app|beta|test)\b/i.test(name.short) && 'name.short must not have "app", "beta" or "test" in it',
    description.short === description.full && 'description.full must say more than description.short',
    !/\.$/.test(description.short) && 'description.short must be a sentence with a full stop',
    !/^\d+\.\d+\.\d+$/.test(version) && `version "${version}" must be three numbers, such as 1.0.1`,
  ];
}

function addresses({ developer, staticTabs, validDomains }: Manifest) {
  const urls: readonly string[] = [developer.websiteUrl, developer.privacyUrl, developer.termsOfUseUrl];
  const tabs = (staticTabs as { contentUrl?: string; websiteUrl?: string }[])
    .flatMap(({ contentUrl, websiteUrl }) => [contentUrl, websiteUrl])
    .filter((url) => url !== undefined);
  const domains = validDomains as readonly string[];
  return [
    ...[...urls, ...tabs].map((url) => !isPublicAddress(url) && `${url} must be a public https address`),
    ...domains.map(
      (domain) =>
        !/^[a-z0-9.-]+\.[a-z]{2,}$/i.test(domain) && `"${domain}" must be a host and nothing more, without a wildcard`,
    ),
    ...tabs.map((url) => !domains.includes(hostOf(url)) && `the host of ${url} is not in validDomains`),
  ];
}

function identities({ id, bots, composeExtensions, webApplicationInfo, validDomains }: Manifest) {
  const [bot] = bots;
  const [domain] = validDomains;
  return [
    composeExtensions[0].botId !== bot.botId && 'bot and messaging extension must have the same id',
    webApplicationInfo.id === bot.botId &&
      'AAD_APP_CLIENT_ID must not be BOT_ID: whoever signs in to the tab could then speak as the bot (SECURITY.md)',
    id === bot.botId && 'TEAMS_APP_ID must be a GUID of its own',
    webApplicationInfo.resource !== `api://${domain}/${webApplicationInfo.id}` &&
      `webApplicationInfo.resource must be api://${domain}/${webApplicationInfo.id}`,
  ];
}

function commands({ bots }: Manifest) {
  const [bot] = bots;
  const lists = bot.commandLists as { scopes: string[]; commands: { title: string; description?: string }[] }[];
  return [
    ...(bot.scopes as string[]).map(
      (scope) => !lists.some(({ scopes }) => scopes.includes(scope)) && `the scope ${scope} has no list of commands`,
    ),
    ...lists.flatMap(({ scopes, commands }) => [
      !commands.some(({ title }) => /^help$/i.test(title)) && `the commands of ${scopes.join(' and ')} have no Help`,
      new Set(commands.map(({ title }) => title.toLowerCase())).size < commands.length && 'a command is listed twice',
      ...commands.map(({ title, description }) => !description && `the command "${title}" has no description`),
    ]),
  ];
}

function extension({ composeExtensions }: Manifest) {
  const own = composeExtensions[0].commands as {
    id: string;
    type: string;
    fetchTask?: boolean;
    description?: string;
  }[];
  return own.flatMap(({ id, type, fetchTask, description }) => [
    type === 'action' && fetchTask !== true && `the action ${id} needs "fetchTask": true`,
    !description && `the command ${id} has no description`,
  ]);
}

function permissions({ authorization, permissions: asked }: Manifest) {
  return [
    authorization !== undefined && 'the app reads no chats and no teams: it must not ask for "authorization"',
    (asked as string[]).some((one) => !['identity', 'messageTeamMembers'].includes(one)) &&
      'permissions other than those of docs/permissions.md',
  ];
}

function isPublicAddress(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'https:' && parsed.username === '' && /\.[a-z]{2,}$/i.test(parsed.hostname);
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? '';
