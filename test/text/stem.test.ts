import { stem } from '../../src/text/stem.ts';

test.each([
  ['approve approves approved approving approval', 'approv'],
  ['post posts posted posting', 'post'],
  ['policy policies', 'polici'],
  ['harass harassed harassing harassment', 'harass'],
  ['review reviews reviewed reviewer reviewing', 'review'],
  ['manager managers manage management', 'manag'],
  ['blog blogs blogging', 'blog'],
  ['responsible responsibility responsibilities', 'respons'],
  ['criticise criticising criticism', 'critic'],
])('%s share "%s"', (forms, root) => {
  for (const form of forms.split(' ')) expect(stem(form)).toBe(root);
});

test.each([
  ['sex', 'sexist'],
  ['race', 'rate'],
  ['patient', 'patent'],
  ['owner', 'own goal'],
])('%s and %s stay apart', (a, b) => {
  expect(stem(a)).not.toBe(stem(b));
});

test.each(['6.1.3', 'icb', 'x', ''])('"%s" stays as it is', (word) => {
  expect(stem(word)).toBe(word);
});
