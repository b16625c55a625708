import type { BlindSpot, CheckedDraft, Draft, Finding, RuleId, Severity, Verdict } from '../drafts/finding.ts';
import type { PlatformAdvice } from '../drafts/platform-advice.ts';
import { paragraphs } from './clause-view.ts';
import type { ContactView } from './contact-view.ts';
import { type FilledCard, fillCard } from './fill.ts';
import { markDraft } from './mark-draft.ts';

/** What the card needs besides the verdict, all of it the organisation's own words. */
export interface VerdictWords {
  readonly ruleTitles: Readonly<Record<RuleId, string>>;
  /** The clause whose bullets the rules come from ("6.1.3"). */
  readonly conductClause: string;
  /** Title and lines of the card's protected part, or null where none applies (B8, B9). */
  readonly protection: { readonly title: string; readonly lines: readonly string[] } | null;
  readonly communications: (ContactView & { readonly email: string | null }) | null;
  /** What to know of the place it is meant for; null where that is unknown. */
  readonly platform: PlatformAdvice | null;
  /** A wording that mends the draft, or null where none can. */
  readonly mended: string | null;
}

const headlines: Record<Verdict, { headline: string; summary: (clause: string) => string; style: string }> = {
  ok: {
    headline: 'Nothing to change',
    summary: (clause) => `Nothing in ${clause} matched. This is not approval: what you post stays your own.`,
    style: 'good',
  },
  advice: {
    headline: 'A thought before you post',
    summary: () => 'Nothing here must go, but please read the advice below.',
    style: 'accent',
  },
  change: {
    headline: 'Change this before you post it',
    summary: () => 'The marked words go against the policy. An edit can mend it.',
    style: 'warning',
  },
  stop: {
    headline: 'Stop: do not post this',
    summary: () => 'The marked words go against the policy. Take them out, or do not post it.',
    style: 'attention',
  },
};

/** Where nothing was found, but not all was read or other words apply, a plain "nothing to change" would not be true. */
function headlineOf(draft: Draft, { verdict, notChecked, protection }: CheckedDraft): (typeof headlines)[Verdict] {
  if (verdict !== 'ok') return headlines[verdict];
  if (protection === 'protected-disclosure')
    return { headline: 'This may be speaking up', summary: () => 'Please read this before you post.', style: 'accent' };
  const unread = notChecked.includes('other-language') || notChecked.includes('too-long');
  const onlyLinks = draft.text.replace(/https?:\/\/\S+|\[[^\]]*\]/g, '').trim() === '';
  if (!unread && !(notChecked.length > 0 && onlyLinks)) return headlines.ok;
  const summary = () => 'What I could read has nothing to change. This is not approval: the rest is yours to look at.';
  return { headline: 'I could not read all of this', summary, style: 'accent' };
}

const severityWords: Record<Severity, string> = { stop: 'do not post', change: 'change', advice: 'advice' };

const blindSpotWords: Record<BlindSpot, string> = {
  image: 'Pictures and videos: I read words only. Look for faces, screens, papers and whiteboards in them yourself.',
  link: 'What is behind a link: open it once more before you share it.',
  'other-language': 'Words that I could not read as English.',
  'too-long': 'All of it: the draft is very long. Check it in parts.',
};

/** UTF-16 units of card JSON that every client of Teams takes. */
const largest = 20_000;

/** How much of a verdict is shown: the first room that the card fits into. Long drafts lose the edit box first, findings last. */
const rooms = [
  { edit: true, excerpts: 10, findings: 12 },
  { edit: false, excerpts: 10, findings: 8 },
  { edit: false, excerpts: 3, findings: 8 },
  { edit: false, excerpts: 0, findings: 5 },
] as const;
type Room = (typeof rooms)[number];

/** Longer drafts show only the stretches around what was found, and no edit box. */
const wholeDraft = 3_000;

export function draftVerdictCard(draft: Draft, checked: CheckedDraft, words: VerdictWords): FilledCard {
  let card = fillRoom(rooms[0], draft, checked, words);
  for (const room of rooms.slice(1)) {
    if (JSON.stringify(card.content).length <= largest) break;
    card = fillRoom(room, draft, checked, words);
  }
  return card;
}

const order: readonly Severity[] = ['stop', 'change', 'advice'];

function fillRoom(room: Room, draft: Draft, checked: CheckedDraft, words: VerdictWords): FilledCard {
  const verdict = headlineOf(draft, checked);
  const findings = [...checked.findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  const fits = room.edit && draft.text.length <= wholeDraft;
  const hidden = findings.length - room.findings;
  const mail = mailOf(words.communications, draft.text);
  return fillCard('draft-verdict', {
    headline: verdict.headline,
    summary:
      verdict.summary(words.conductClause) + (hidden > 0 ? ` ${hidden} more findings do not fit on this card.` : ''),
    style: verdict.style,
    protection: words.protection === null ? [] : [words.protection],
    draftTitle: fits ? 'Your draft' : 'Your draft, around the words at fault',
    draftLines: markDraft(draft.text, findings, fits ? null : room.excerpts),
    findings: findings.slice(0, room.findings).map((finding, index) => viewFinding(finding, index + 1, words)),
    mended: words.mended === null || !fits ? [] : [{ lines: paragraphs(words.mended) }],
    platform: words.platform === null ? [] : [words.platform],
    notChecked: checked.notChecked.map((spot) => blindSpotWords[spot]),
    edit: fits ? [{ draft: draft.text, platform: draft.platform ?? '' }] : [],
    fresh: fits ? [] : [{}],
    askTeam: askTeam(words.communications, mail),
    mail,
  });
}

function viewFinding(finding: Finding, number: number, words: VerdictWords) {
  return {
    title: `[${number}] ${words.ruleTitles[finding.rule]}: ${severityWords[finding.severity]}`,
    message: finding.message,
    words: finding.spans
      .slice(0, 4)
      .map((span) => `“${maskIdentifier(shorten(span.text))}”`)
      .join(', '),
    suggestion: finding.suggestion,
    clauseTitle: `Show clause ${finding.clause}`,
    clause: finding.clause,
    rule: finding.rule,
  };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 117).trimEnd()}…` : line;
}

/** Numbers and addresses are pointed at, not repeated: all digits but the last two, and all of a mailbox but its first letter. */
function maskIdentifier(text: string): string {
  let digits = text.replace(/\D/g, '').length;
  const numbers = digits < 5 ? text : text.replace(/\d/g, (digit) => (digits-- > 2 ? '•' : digit));
  return numbers.replace(/(\S)[^\s@]*@/g, '$1…@');
}

function askTeam(contact: VerdictWords['communications'], mail: readonly unknown[]): string {
  if (contact === null) return 'Your organisation has named no communications contact yet.';
  const who = `${contact.name}: ${contact.reach}. I send them nothing.`;
  return mail.length === 0 ? who : `${who} The button opens an e-mail of your own; it goes only when you send it.`;
}

/** Mail programs cut addresses longer than about 2,000 characters, so a longer draft is left out of the e-mail. */
const mailable = 1_200;

function mailOf(contact: VerdictWords['communications'], draft: string): readonly { url: string }[] {
  if (contact === null || contact.email === null) return [];
  const body = draft.length <= mailable ? `&body=${encodeURIComponent(draft.toWellFormed())}` : '';
  return [{ url: `mailto:${contact.email}?subject=${encodeURIComponent('Can I post this?')}${body}` }];
}
