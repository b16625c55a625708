import { readReference } from '../../src/casework/read-reference.ts';
import { realIds } from '../../src/casework/real-ids.ts';

describe('a reference as typed', () => {
  test.each([
    ['CIP-7Q4K9-3VMT2', 'CIP-7Q4K9-3VMT2'],
    [' cip-7q4k9-3vmt2\n', 'CIP-7Q4K9-3VMT2'],
    ['cip 7q4k9 3vmt2', 'CIP-7Q4K9-3VMT2'],
    ['CIP7Q4K93VMT2', 'CIP-7Q4K9-3VMT2'],
    ['CIP-7Q4KO-3VMIl', 'CIP-7Q4K0-3VM11'],
    ['CIP-7Q4K9-3VMT', 'NONE'],
    ['CIP-7Q4K9-3VMT22', 'NONE'],
    ['7Q4K9-3VMT2', 'NONE'],
    ['CIP-7Q4\0K-3VMT2', 'NONE'],
    ['CIP-%%%%%-_____', 'NONE'],
    ['', 'NONE'],
  ])('%j is %s', (typed, expected) => {
    expect(readReference(typed)).toBe(expected);
  });

  test('finds every reference that is given out', () => {
    for (let n = 0; n < 1_000; n++) {
      const reference = realIds.reference(String(n));
      expect(readReference(reference)).toBe(reference);
    }
  });
});
