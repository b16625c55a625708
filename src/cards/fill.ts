import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating';
import { plainText } from './plain-text.ts';

/** A card ready to be sent: the Adaptive Card 1.5 JSON, and the same said in plain text for clients that show no cards (G5). */
export interface FilledCard {
  readonly name: CardName;
  readonly content: CardContent;
  readonly text: string;
}

export type CardContent = Readonly<Record<string, unknown>>;

/** Every card of the product: `cards/<name>.json` is its template, `cards/<name>.sample.json` data to try it with. */
export const cardNames = [
  'jobs',
  'notice',
  'act-as',
  'policy-answer',
  'policy-silent',
  'section',
  'shared-clause',
  'feedback-form',
  'check-form',
  'draft-verdict',
  'profile-verdict',
  'crisis',
  'before-you-report',
  'report-form',
  'report-receipt',
  'my-reports',
  'report-status',
  'alert',
  'my-incidents',
  'incident',
  'move-form',
  'reading',
  'evidence',
  'picture',
  'audit-trail',
  'choose-person',
] as const;
export type CardName = (typeof cardNames)[number];

const folder = new URL('../../cards/', import.meta.url);
const templates = new Map<CardName, Template>();

/** Reads and parses every template, so that the first card costs no more than the next. */
export function warmUpCards(): void {
  for (const name of cardNames) templateOf(name);
}

/**
 * Fills a card's template with all the values it names: a missing value would stay visible as `${hole}` (a test fills
 * every template from its sample and looks for holes). What people typed, and what policy owners wrote, may stand only in
 * TextRun, Input values and action data, which no client parses as Markdown.
 */
export function fillCard(name: CardName, data: object): FilledCard {
  const content = withFallbacks(templateOf(name).expand({ $root: structuredClone(data) })) as Record<string, unknown>;
  const text = plainText(content);
  return { name, content: { ...content, fallbackText: text.slice(0, 1000) }, text };
}

function templateOf(name: CardName): Template {
  const known = templates.get(name);
  if (known) return known;
  const template = new Template(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')));
  templates.set(name, template);
  return template;
}

/** Gives every Action.Execute the Action.Submit that clients before Universal Actions press instead (PLATFORM: fallback). */
function withFallbacks(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withFallbacks);
  if (typeof node !== 'object' || node === null) return node;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) copy[key] = key === 'data' ? value : withFallbacks(value);
  if (copy.type !== 'Action.Execute') return copy;
  const { type: _type, verb, data, ...rest } = copy;
  return { ...copy, fallback: { ...rest, type: 'Action.Submit', data: { ...(data as object | undefined), verb } } };
}
