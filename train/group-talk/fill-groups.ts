/** Groups that stand in the holes of the sentences: {G} many people, {g} one of them, {q} what somebody is. */
const many =
  'gay people,Muslims,immigrants,disabled people,women,black people,trans people,Jews,Romanians,pensioners,lesbians,travellers,Christians,refugees,Asian people,the elderly,autistic people,old people,pregnant women,Sikhs,Nigerians,men,Chinese people,deaf people,bisexuals,Hindus,Poles,gays,blacks,wheelchair users,Somalis,Arabs,foreigners'.split(
    ',',
  );
const one =
  'a Muslim,a gay man,a disabled person,an immigrant,a woman,a trans woman,a Jew,a Romanian,an old man,a lesbian,a black man,a wheelchair user,a refugee,a deaf person,a Sikh,a Pakistani,a pensioner,a traveller'.split(
    ',',
  );
const quality =
  'gay,Muslim,disabled,black,trans,Jewish,Polish,old,autistic,Indian,deaf,Chinese,lesbian,Somali,bisexual'.split(',');
const takesNoArticle =
  /\b(every|that|another|good|next|no|any|single|a|an|dead|such|first|proud|lovely|less|one|typical|dirty|stupid|my|us|nasty|filthy|ugly|disgusting|kind|wonderful|average|honest|clean|lazy|good) \{g\}/gi;

export type Pick = <T>(list: readonly T[]) => T;

/** Always the same choices for the same seed. */
export function pickerOf(seed: number): Pick {
  let state = seed;
  return (list) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return list[Math.floor((state / 2 ** 32) * list.length)] as never;
  };
}

/** The sentence with a group in each hole, its first letter a capital. */
export function fillGroups(sentence: string, pick: Pick): string {
  const filled = sentence
    .replace(/\{G\}/g, () => pick(many))
    .replace(takesNoArticle, (_, before: string) => `${before} ${pick(one).replace(/^an? /, '')}`)
    .replace(/\{g\}/g, () => pick(one))
    .replace(/\{q\}/g, () => pick(quality));
  return `${filled[0]?.toUpperCase()}${filled.slice(1)}`;
}
