import { enableCompileCache } from 'node:module';

// Keeps compiled source in the temporary folder, so that the next start need neither strip types nor compile. This file is
// JavaScript because whatever is loaded before that line has to be stripped at every start.
enableCompileCache();

await import('./main.ts');
