import type { Rule } from '../rule.ts';
import { byPhrases } from './by-phrases.ts';

export const flippantOrInaccurate: Rule = byPhrases('flippant-or-inaccurate');
