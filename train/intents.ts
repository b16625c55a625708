import { readCrisisFile } from '../src/organisation/crisis.ts';
import { readLessons } from '../src/organisation/intents.ts';
import { keepLearnedIntents, learnedIntentsFile } from '../src/organisation/learned-intents.ts';

/** Keeps what the messages of `policy/` teach, so that no start has to learn it again. After every change of those files. */
keepLearnedIntents(readLessons('policy/intents.yaml', readCrisisFile(), 'policy/questions.yaml'));
console.log(`intents: learned and kept in ${learnedIntentsFile}`);
