import { z } from 'zod';
import type { Protection } from '../drafts/finding.ts';
import { BrokenPolicyFile, readYaml } from './read-yaml.ts';

const words = z.string().trim().min(1);
const contact = z.strictObject({ name: words, reach: words });
const titled = z.strictObject({ title: words, text: words });
const protection = z.strictObject({ title: words, lines: z.array(words).min(1) });

const supportFile = z.strictObject({
  'policy contacts': z.array(contact).min(1),
  communications: contact.extend({ email: z.email().nullable() }),
  'information governance': contact,
  crisis: z.strictObject({
    headline: words,
    intro: words,
    lines: z.array(z.strictObject({ title: words, reach: words, when: words })).min(1),
    closing: words,
  }),
  'before you report': z.array(titled).min(1),
  'advice contacts': z.array(contact).min(1),
  distress: z.array(words),
  protections: z.strictObject({ 'protected-disclosure': protection, 'trade-union': protection }),
});

export type Contact = z.infer<typeof contact>;

/** Whom people can turn to, and the organisation's words on cards about help. */
export interface Support {
  readonly policyContacts: readonly Contact[];
  readonly communications: Contact & { readonly email: string | null };
  readonly informationGovernance: Contact;
  readonly crisis: z.infer<typeof supportFile>['crisis'];
  readonly beforeYouReport: readonly z.infer<typeof titled>[];
  readonly adviceContacts: readonly Contact[];
  /** Whether a text has words of distress that are no crisis. */
  readonly soundsDistressed: (text: string) => boolean;
  readonly protections: Readonly<Record<Protection, z.infer<typeof protection>>>;
}

/**
 * Reads `policy/support.yaml`. `values` fill the words in braces of "before you report" ({readers}, {acknowledge}); a word
 * without a value is refused, because it would stand on the card as it is.
 */
export function readSupport(file: string, values: Readonly<Record<string, string>>, text?: string): Support {
  const read = readYaml(file, supportFile, text);
  const fill = (line: string) =>
    line.replace(/\{([a-z-]+)\}/g, (hole, name: string) => {
      const value = values[name];
      if (value === undefined)
        throw new BrokenPolicyFile(
          file,
          1,
          `before you report: ${hole} stands for nothing; known are ${Object.keys(values).join(', ')}`,
        );
      return value;
    });
  return {
    policyContacts: read['policy contacts'],
    communications: read.communications,
    informationGovernance: read['information governance'],
    crisis: read.crisis,
    beforeYouReport: read['before you report'].map(({ title, text }) => ({ title, text: fill(text) })),
    adviceContacts: read['advice contacts'],
    soundsDistressed: distressIn(read.distress),
    protections: read.protections,
  };
}

/** Longer messages tell a story or paste a draft; there these words alone say too little. */
const longestCry = 200;

function distressIn(phrases: readonly string[]): (text: string) => boolean {
  const plain = (text: string) =>
    ` ${text
      .toLowerCase()
      .replace(/['’]/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const wanted = phrases.map(plain);
  return (text) => text.length <= longestCry && wanted.some((phrase) => plain(text).includes(phrase));
}
