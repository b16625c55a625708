import type { ClauseId } from '../policy/clause.ts';
import { asRead } from '../text/as-read.ts';
import { Automaton } from '../text/automaton.ts';
import type { LinearModel } from '../text/linear-model.ts';
import { type Pattern, readPattern } from '../text/pattern.ts';
import { type RuleId, ruleIds, type Severity } from './finding.ts';
import type { Lexicon } from './group-talk/lexicon.ts';
import type { Judge } from './judgement/judge.ts';
import { type Meanings, noMeanings } from './meanings.ts';

/** Phrases of one kind in one rule. `breach` marks are findings by themselves; any other mark is read by the rule's code. */
export interface PhraseRow {
  readonly mark: string;
  readonly phrases: readonly string[];
  /** Overrides the rule's own where this row says more. */
  readonly severity: Severity | undefined;
  readonly why: string | undefined;
  readonly instead: string | undefined;
}

/** A text that shows what a rule finds: the spans it must find, or none where it must stay silent. */
export interface RuleExample {
  readonly text: string;
  readonly spans: readonly string[];
  readonly severity: Severity | undefined;
}

/** One file of `policy/conduct-rules/`: what the organisation says about a rule. */
export interface ConductRule {
  readonly id: RuleId;
  readonly clause: ClauseId;
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  readonly instead: string;
  /** Other sentences that the rule's code shows, by name. */
  readonly says: Readonly<Record<string, string>>;
  /** Word classes for this file's phrases; a member is a pattern. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly rows: readonly PhraseRow[];
  readonly found: readonly RuleExample[];
  readonly leftAlone: readonly RuleExample[];
}

/** Every rule with all phrases in one automaton; made once at start. */
export interface RuleBook {
  readonly rules: Readonly<Record<RuleId, ConductRule>>;
  readonly automaton: Automaton;
  /** The rule and row of each phrase, by its number in the automaton. */
  readonly origins: readonly PhraseOrigin[];
  /** A trained model by name; null when none is shipped under that name. */
  readonly model: (name: string) => LinearModel | null;
  /** Words for groups of people and what is said of them; null where a book is made without. */
  readonly people: Lexicon | null;
  /** The trained judge of whole drafts; null when none is shipped. */
  readonly judge: () => Judge | null;
  readonly meanings: Meanings;
}

export interface PhraseOrigin {
  readonly rule: RuleId;
  readonly row: PhraseRow;
  readonly phrase: string;
}

/**
 * Puts all phrases of all rules into one automaton. `shared` are the word classes every rule may use; a rule's own class
 * of the same name goes before it. Throws `BrokenPattern` at a phrase that cannot be read.
 */
export function compileRuleBook(
  rules: Readonly<Record<RuleId, ConductRule>>,
  shared: Readonly<Record<string, readonly string[]>>,
  model: RuleBook['model'] = () => null,
  people: Lexicon | null = null,
  judge: RuleBook['judge'] = () => null,
  meanings: Meanings = noMeanings,
): RuleBook {
  const classes = new Map<string, readonly Pattern[]>();
  for (const [name, members] of Object.entries(shared))
    classes.set(
      name,
      members.map((member) => asRead(readPattern(member))),
    );
  const patterns: Pattern[] = [];
  const origins: PhraseOrigin[] = [];
  for (const id of ruleIds) {
    const rule = rules[id];
    const own = new Set(Object.keys(rule.words));
    const local = (pattern: Pattern) => renameClasses(pattern, (name) => (own.has(name) ? `${id}/${name}` : name));
    for (const [name, members] of Object.entries(rule.words))
      classes.set(
        `${id}/${name}`,
        members.map((member) => local(asRead(readPattern(member)))),
      );
    for (const row of rule.rows)
      for (const phrase of row.phrases) {
        patterns.push(local(asRead(readPattern(phrase))));
        origins.push({ rule: id, row, phrase });
      }
  }
  return { rules, automaton: new Automaton(patterns, classes), origins, model, people, judge, meanings };
}

function renameClasses(pattern: Pattern, rename: (name: string) => string): Pattern {
  switch (pattern.kind) {
    case 'class':
      return { kind: 'class', name: rename(pattern.name) };
    case 'sequence':
      return { kind: 'sequence', parts: pattern.parts.map((part) => renameClasses(part, rename)) };
    case 'either':
      return { kind: 'either', options: pattern.options.map((option) => renameClasses(option, rename)) };
    case 'optional':
      return { kind: 'optional', part: renameClasses(pattern.part, rename) };
    default:
      return pattern;
  }
}
