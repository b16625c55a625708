import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Keeps compiled source, so that the next start need neither strip types nor compile: beside the packages, because in the
// temporary folder anybody on the machine could lay something else in its place. This file is JavaScript because whatever
// is loaded before that line has its types stripped at every start.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/can-i-post'));

await import('./main.ts');
