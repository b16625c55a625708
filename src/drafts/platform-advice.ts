import type { Draft, Platform } from './finding.ts';

/** What is known of a place to post to. Lengths are in characters as people count them. */
export interface PlatformFacts {
  readonly name: string;
  readonly longest: number;
  /** How many characters any link takes up; null where it counts as it stands. */
  readonly linksCountAs: number | null;
  readonly emojiCountAs: number;
  readonly mostHashtags: number | null;
  /** Who gets to see a post there, and for how long. */
  readonly habits: readonly string[];
}

export type PlatformTable = Readonly<Partial<Record<Platform, PlatformFacts>>>;

/** Advice about a place to post to; it never changes a verdict. */
export interface PlatformAdvice {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What to know before posting a draft where it is meant to go; null where that is unknown. */
export function platformAdvice({ text, platform }: Draft, table: PlatformTable): PlatformAdvice | null {
  const facts = platform === undefined ? undefined : table[platform];
  if (facts === undefined) return null;
  return {
    title: `On ${facts.name}`,
    lines: [...tooLong(text, facts), ...tooManyHashtags(text, facts), ...facts.habits],
  };
}

function tooLong(text: string, facts: PlatformFacts): string[] {
  const length = lengthOn(text, facts);
  if (length <= facts.longest) return [];
  const [is, most] = [length, facts.longest].map((count) => count.toLocaleString('en-GB'));
  return [`Too long: it counts ${is} characters there, and a post takes ${most}. Shorten it, or make it a thread.`];
}

function tooManyHashtags(text: string, { mostHashtags }: PlatformFacts): string[] {
  const count = text.match(/#[\p{L}\p{N}_]+/gu)?.length ?? 0;
  if (mostHashtags === null || count <= mostHashtags) return [];
  return [`Too many hashtags: ${count}, and a post takes ${mostHashtags}.`];
}

const link = /https?:\/\/[^\s"<>]+/g;
/** An emoji with all that is joined to it: skin, a family, two halves of a flag. */
const emoji =
  /[\u{1f1e6}-\u{1f1ff}]{2}|\p{Extended_Pictographic}(?:\ufe0f|[\u{1f3fb}-\u{1f3ff}]|\u200d\p{Extended_Pictographic})*/gu;

/** The length of a text as the platform counts it. */
function lengthOn(text: string, { linksCountAs, emojiCountAs }: PlatformFacts): number {
  const links = linksCountAs === null ? [] : (text.match(link) ?? []);
  const written = linksCountAs === null ? text : text.replace(link, '');
  const signs = written.match(emoji) ?? [];
  const letters = [...written.replace(emoji, '')].length;
  return letters + signs.length * emojiCountAs + links.length * (linksCountAs ?? 0);
}
