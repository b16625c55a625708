import type { RuleId } from './finding.ts';
import type { Rule } from './rule.ts';
import { bullying } from './rules/bullying.ts';
import { confidentiality } from './rules/confidentiality.ts';
import { copyright } from './rules/copyright.ts';
import { disclaimer } from './rules/disclaimer.ts';
import { discrimination } from './rules/discrimination.ts';
import { disrepute } from './rules/disrepute.ts';
import { flippantOrInaccurate } from './rules/flippant-or-inaccurate.ts';
import { impartiality } from './rules/impartiality.ts';

/** Every conduct rule, one file each in `rules/`. */
export const rules: Readonly<Record<RuleId, Rule>> = {
  disrepute,
  confidentiality,
  copyright,
  discrimination,
  bullying,
  disclaimer,
  'flippant-or-inaccurate': flippantOrInaccurate,
  impartiality,
};
