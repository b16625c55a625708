import type { Talk } from './evidence.ts';
import type { Unit } from './units.ts';

const disclaimers = [
  "i'm not racist",
  "i'm not sexist",
  'not being racist',
  'not being funny',
  "i'm not homophobic",
  'not to be racist',
  'call me racist',
  'makes me racist',
  "i'm no racist",
  'not a racist',
  "isn't racist",
  "i'm not a bigot",
  "i'm not transphobic",
  'not sexist but',
  'not racist but',
  'no offence',
  'nothing against',
  "i'm not ageist",
  "i'm not ableist",
  'some of my best friends',
];

/**
 * How far a passage condemns or reports abuse instead of uttering it, from 0 (not at all) to 1 (clearly): abuse is named,
 * a reporting verb stands before it, the hateful words are in quotation marks.
 */
export function condemnationOf(passage: readonly Talk[]): number {
  let weight = 0;
  for (const { sentence, hits } of passage) {
    const quotes = sentence.units.some((unit) => unit.quoted);
    if (!quotes && !hits.some((hit) => hit.kind === 'condemnation')) continue;
    const text = ` ${sentence.units.map((unit) => unit.key).join(' ')} `;
    if (disclaimers.some((one) => text.includes(` ${one} `))) continue;
    for (const hit of hits) {
      if (hit.kind !== 'condemnation' || quoted(sentence.units, hit.from)) continue;
      weight += hit.to - hit.from > 1 ? 0.7 : strong.has(sentence.units[hit.from]?.key ?? '') ? 0.6 : 0.3;
    }
    if (quotes) weight += 0.5;
  }
  return Math.min(1, weight);
}

const strong = new Set(
  'racism sexism homophobia transphobia biphobia islamophobia antisemitism xenophobia misogyny ableism ageism bigotry racist sexist homophobic transphobic islamophobic antisemitic ableist ageist xenophobic misogynistic prejudice prejudiced stereotype stereotypes unacceptable discrimination bigot bigots bigoted harassment abuse slur slurs appalled condemn'.split(
    ' ',
  ),
);
const quoted = (units: readonly Unit[], at: number): boolean => units[at]?.quoted === true;
