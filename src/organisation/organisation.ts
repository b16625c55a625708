import { join } from 'node:path';
import type { RuleId } from '../drafts/finding.ts';
import { ruleIds } from '../drafts/finding.ts';
import type { PlatformTable } from '../drafts/platform-advice.ts';
import type { RuleBook } from '../drafts/rule-book.ts';
import type { Process } from '../incidents/process.ts';
import type { Routing } from '../incidents/route.ts';
import type { Knowledge } from '../interpret/knowledge.ts';
import type { ListedPerson } from '../people/file-directory.ts';
import type { PolicyDocument } from '../policy/clause.ts';
import type { ClauseIndex } from '../policy/clause-index.ts';
import { loadClauseIndex } from './clause-index.ts';
import { readRuleBook } from './conduct-rules.ts';
import { loadInterpretKnowledge, withPolicy } from './intents.ts';
import { readPeople } from './people.ts';
import { readPlatforms } from './platforms.ts';
import { readProcess } from './process.ts';
import { readRouting } from './routing.ts';
import { readSupport, type Support } from './support.ts';

/** Everything that makes this one organisation's bot, read from its `policy/` folder. */
export interface Organisation {
  readonly document: PolicyDocument;
  readonly clauses: ClauseIndex;
  readonly rules: RuleBook;
  readonly ruleTitles: Readonly<Record<RuleId, string>>;
  /** The clause whose bullets the conduct rules come from. */
  readonly conductClause: string;
  /** Words of danger to life in any text (C1). */
  readonly seeCrisis: Knowledge['seeCrisis'];
  readonly intents: Knowledge;
  readonly platforms: PlatformTable;
  readonly support: Support;
  readonly process: Process;
  readonly routing: Routing;
  readonly people: readonly ListedPerson[];
  /** Small-letter words that are nobody's name: the policy's vocabulary. */
  readonly knownWords: ReadonlySet<string>;
}

/** Reads and compiles the whole folder. Throws `BrokenPolicyFile` with file, line and reason at the first thing wrong. */
export function loadOrganisation(folder: string): Organisation {
  const file = (name: string) => join(folder, name);
  const clauses = loadClauseIndex(folder);
  const { document } = clauses;
  const rules = readRuleBook(folder);
  const process = readProcess(file('process.yaml'));
  const routing = readRouting(file('routing.yaml'));
  const intents = loadInterpretKnowledge(file('intents.yaml'), file('crisis.yaml'), file('questions.yaml'));
  return {
    document,
    clauses,
    rules,
    ruleTitles: Object.fromEntries(ruleIds.map((id) => [id, rules.rules[id].title])) as Record<RuleId, string>,
    conductClause: conductClauseOf(document, rules),
    intents: withPolicy(intents, () => clauses),
    seeCrisis: intents.seeCrisis,
    platforms: readPlatforms(file('platforms.yaml')),
    support: readSupport(file('support.yaml'), reportValues(process, routing)),
    process,
    routing,
    people: readPeople(file('people.yaml')),
    knownWords: vocabulary(document),
  };
}

/** The clause above the most rules' clauses. */
function conductClauseOf(document: PolicyDocument, rules: RuleBook): string {
  const counts = new Map<string, number>();
  for (const id of ruleIds) {
    const parent = document.clauses.find((clause) => clause.id === rules.rules[id].clause)?.parent;
    if (parent) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? document.title;
}

/** What the words in braces of `support.yaml` stand for. */
function reportValues(process: Process, routing: Routing): Readonly<Record<string, string>> {
  const clocks = process.clocks.map((row) => [row.clock, String(row.within)]);
  return { ...Object.fromEntries(clocks), readers: routing.readers.join('; ') };
}

function vocabulary(document: PolicyDocument): ReadonlySet<string> {
  const text = document.clauses.map((clause) => `${clause.text} ${clause.path.join(' ')}`).join(' ');
  return new Set([...(text.toLowerCase().match(/\p{L}+/gu) ?? []), ...commonOpeners]);
}

/** Words that open a question or name a platform, and so stand with a capital without being a name. */
const commonOpeners =
  'am an any are as at be been by can cant could did do does dont for from has have how i if in is it its let may me my of on or our shall should so some tell that the their there these they this to was we were what when where which who whose why will with would you your x twitter facebook instagram insta tiktok linkedin whatsapp reddit youtube snapchat threads bluesky'.split(
    ' ',
  );
