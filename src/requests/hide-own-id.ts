/** What stands where a word told who the reporter is. */
const leftOut = { id: '[left out: it had your id in it]', chat: '[left out: it names a chat of yours]' };

/** The address of a message in a chat; those of channels, which a whole team reads, are other. */
const ofChat = /^\S*\/l\/message\/19(?::|%3a)\S*@(?:unq\.gbl\.spaces|thread\.v2)/i;

/**
 * A text without the words that would tell who the reporter of an anonymous report is (C4): those with their object id, as
 * the address of a chat of two has it ("19:<one>_<other>@unq.gbl.spaces"), and addresses of other chats of theirs.
 */
export function hideOwnId(text: string, oid: string, chats = true): string {
  const id = oid.toLowerCase();
  return text.replace(/\S+/g, (word) => {
    if (id !== '' && word.toLowerCase().includes(id)) return leftOut.id;
    return chats && ofChat.test(word) ? leftOut.chat : word;
  });
}

/** Fields of ids, which are looked up and stored as people: who picks themselves is told so. */
const ids: ReadonlySet<string> = new Set(['pickedSubjects', 'pickedWitnesses', 'author']);

/**
 * All texts among some fields, where the level asks for it. A report by name has its reporter's id anyway; in confidence
 * the id is kept apart, and the chat may be named.
 */
export function withoutOwnId<Fields extends object>(fields: Fields, level: string, oid: string): Fields {
  if (level === 'named') return fields;
  const entries = Object.entries(fields).map(([key, value]) => [
    key,
    typeof value === 'string' && !ids.has(key) ? hideOwnId(value, oid, level === 'anonymous') : value,
  ]);
  return Object.fromEntries(entries) as Fields;
}
