import type { Rule } from '../rule.ts';
import { byPhrases } from './by-phrases.ts';

export const copyright: Rule = byPhrases('copyright');
