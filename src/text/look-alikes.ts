import { letterEmoji } from './letter-emoji.ts';

/** Letters of other scripts and signs that pass for a Latin letter, per Latin letter. Shapes as in Unicode TR39, chosen by hand. */
const shapes: Readonly<Record<string, string>> = {
  a: 'аαɑ∂',
  b: 'ЬвƄ',
  c: 'сϲᴄ¢',
  d: 'ԁɗ',
  e: 'еεєҽ℮',
  f: 'ƒ',
  g: 'ɡ',
  h: 'һнհ',
  i: 'іɩıι¡',
  j: 'јʝ',
  k: 'кκ',
  l: 'ӏ',
  m: 'мᴍ',
  n: 'пηո',
  o: 'оοօσ',
  p: 'рρ',
  q: 'ԛ',
  r: 'гᴦ',
  s: 'ѕꜱ',
  t: 'тτ',
  u: 'υսц',
  v: 'νѵ',
  w: 'ѡԝωш',
  x: 'хχ',
  y: 'уγү',
  z: 'ᴢ',
  '"': '“”„‟«»″',
  "'": '‘’‚‛′`´ʼ',
  '-': '‐‑‒–—―−',
};

/** From the look-alike to the Latin letter or plain sign it stands for; all lower case. */
export const lookAlikes: ReadonlyMap<string, string> = new Map([
  ...Object.entries(shapes).flatMap(([plain, alikes]) => [...alikes].map((alike) => [alike, plain] as const)),
  ...letterEmoji,
]);
