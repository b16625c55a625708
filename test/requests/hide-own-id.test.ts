import { hideOwnId, withoutOwnId } from '../../src/requests/hide-own-id.ts';

const own = '10000000-0000-4000-8000-000000000001';
const other = '10000000-0000-4000-8000-000000000004';
const message = 'https://teams.microsoft.com/l/message/';
const ofTwo = `${message}19:${own}_${other}@unq.gbl.spaces/17`;
const ofGroup = `${message}19:0a1b@thread.v2/17`;
const inChannel = `${message}19:0a1b@thread.tacv2/17?groupId=1`;

test.each([
  ['the address of a chat of two', `see ${ofTwo}`, 'see [left out: it had your id in it]'],
  ['in capitals and encoded', ofTwo.toUpperCase().replace(':', '%3A'), '[left out: it had your id in it]'],
  ['the id alone', `I am ${own}`, 'I am [left out: it had your id in it]'],
  ['the address of a group chat', `${ofGroup}\nand more`, '[left out: it names a chat of yours]\nand more'],
  ['the address of a message in a channel, which stays', inChannel, inChannel],
  ["somebody else's id, which stays", `he is ${other}`, `he is ${other}`],
  [
    'an address of the web, which stays',
    'https://facebook.example.org/l/message/19',
    'https://facebook.example.org/l/message/19',
  ],
  ['abuse, which stays as it is', 'you  are\t**useless**\n[x](y)', 'you  are\t**useless**\n[x](y)'],
])('%s', (_name, text, left) => expect(hideOwnId(text, own)).toBe(left));

test('a report by name keeps both, one in confidence keeps the group, one without a name keeps neither', () => {
  const fields = { links: `${ofTwo} ${ofGroup}`, count: 3 };
  expect(withoutOwnId(fields, 'named', own)).toEqual(fields);
  expect(withoutOwnId(fields, 'confidential', own).links).toBe(`[left out: it had your id in it] ${ofGroup}`);
  expect(withoutOwnId(fields, 'anonymous', own).links).not.toMatch(/19:/);
  expect(withoutOwnId({ pickedSubjects: own }, 'anonymous', own)).toEqual({ pickedSubjects: own });
});
