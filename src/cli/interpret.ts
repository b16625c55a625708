import { interpret } from '../interpret/interpret.ts';
import type { Command } from './command.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { answerTexts } from './text-command.ts';

export const command: Command = {
  summary: 'Tell what a message asks for: its intent, and the draft in it',
  help: `npm run --silent cli -- interpret "can I post this? 'Great day at the hub'"
npm run --silent cli -- interpret --jsonl < messages.jsonl

Prints one JSON object a message: id, intent, draft (the exact words to check, or null), and where known the platform
and the topic. --jsonl reads one {"id", "text"} a line.`,
  async run(args, terminal) {
    const knowledge = loadKnowledge();
    return answerTexts(args, terminal, ({ text }) => interpret(text, knowledge));
  },
};
