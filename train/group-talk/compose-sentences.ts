import { nounForms, verbForms } from '../../src/drafts/group-talk/inflect.ts';
import type { PeopleWords } from '../../src/drafts/group-talk/lexicon.ts';
import { type Pick, pickerOf } from './fill-groups.ts';

export interface Composed {
  readonly text: string;
  readonly hostile: boolean;
}

type Frame = () => string;

/** Sentences made of frames and the words of the lexicon, so that the model learns the kinds of words and not single ones. */
export function composeSentences({ talk }: PeopleWords, count: number): Composed[] {
  const pick = pickerOf(99);
  const words = wordsOf(talk, pick);
  const [hostile, innocent] = [hostileFrames(words, talk, pick), innocentFrames(words, talk, pick)];
  return Array.from({ length: count }, (_, index) => {
    const frames = index % 2 === 1 ? hostile : innocent;
    const frame = frames[Math.floor(index / 2) % frames.length] as Frame;
    return { text: frame(), hostile: index % 2 === 1 };
  });
}

type Talk = PeopleWords['talk'];
type Words = ReturnType<typeof wordsOf>;

function wordsOf(talk: Talk, pick: Pick) {
  const chance = () => pick([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const noun = () =>
    pick(chance() < 4 ? talk.dehumanising.nouns : chance() < 7 ? talk.derogation.nouns : talk.crime.nouns);
  return {
    adjective: () => pick(chance() < 7 ? talk.derogation.words : talk.disgust.words),
    noun,
    nouns: () => nounForms(noun()).at(-1) as string,
    violence: () => pick(talk.violence.verbs),
    exclusion: () => pick(talk.exclusion.verbs),
    crime: () => pick(talk.crime.verbs),
    hatred: () => pick(talk.hatred.verbs),
    done: (verb: string) => verbForms(verb)[2] ?? verb,
    doing: (verb: string) => verbForms(verb)[3] ?? verb,
    good: () => pick(talk.approval.words.slice(0, 70)),
    goodVerb: () => pick(talk.approval.verbs),
    goodNouns: () => nounForms(pick(talk.approval.nouns)).at(-1) as string,
    condemned: () =>
      pick(
        'racist,wrong,disgusting,hateful,unacceptable,nonsense,a lie,not ok,bigotry,vile,abuse,prejudice,ignorant,a disgrace'.split(
          ',',
        ),
      ),
  };
}

function hostileFrames(w: Words, talk: Talk, pick: Pick): Frame[] {
  return [
    () => `{G} are ${w.adjective()}`,
    () => `{G} are ${w.adjective()} ${w.nouns()}`,
    () => `{G} are ${w.nouns()}`,
    () => `all {G} are ${w.adjective()}`,
    () => `I think {G} are ${w.adjective()}`,
    () => `{G} are so ${w.adjective()}`,
    () => `{G} are just ${w.nouns()}`,
    () => `why are {G} so ${w.adjective()}?`,
    () => `{G} are always ${w.adjective()}`,
    () => `${w.violence()} all {G}`,
    () => `we should ${w.violence()} {G}`,
    () => `{G} should be ${w.done(w.violence())}`,
    () => `{G} deserve to be ${w.done(w.violence())}`,
    () => `someone should ${w.violence()} {G}`,
    () => `I want to ${w.violence()} {G}`,
    () => `I will ${w.violence()} {G}`,
    () => `we should ${w.exclusion()} {G}`,
    () => `${w.exclusion()} {G} now`,
    () => `{G} should be ${w.done(w.exclusion())}`,
    () => `it's time to ${w.exclusion()} {G}`,
    () => `I ${w.hatred()} {G}`,
    () => `I ${w.hatred()} every {g} I meet`,
    () => `${w.adjective()} {G}`,
    () => `those ${w.adjective()} {G}`,
    () => `you ${w.adjective()} {q} ${w.noun()}`,
    () => `you're ${w.adjective()}, just like {G}`,
    () => `{g} is always ${w.adjective()}`,
    () => `being {q} is ${w.adjective()}`,
    () => `{G} are not ${w.good()}`,
    () => `{G} will never be ${w.good()}`,
    () => `I don't ${pick(['like', 'respect', 'trust', 'support', 'welcome', 'want'])} {G}`,
    () => `{G} ${w.crime()} ${pick(['everything', 'us', 'children', 'people', 'from us'])}`,
    () =>
      `{G} ${pick(talk.dehumanising.verbs.slice(0, 9))} ${pick(['everywhere', 'our country', 'the place', 'in our town'])}`,
    () => `I met {g}. They are ${w.nouns()}`,
    () => `{G} on the ward again. ${w.adjective()} ${w.noun()}`,
    () => `fucking {G} are ${w.adjective()}`,
    () => `nobody wants {G}, they're ${w.adjective()}`,
    () => `{G} ${pick(talk.exclusion.phrases)}`,
    () => `{G} ${pick(talk.incapable.phrases)} anything`,
    () => `{G} ${pick(talk.takeover.phrases)} country`,
    () => `{G} are ${pick(talk.burden.phrases)}`,
    () => `{G} ${pick(talk.derogation.phrases)}`,
    () => `{G} are ${pick(talk.inferiority.phrases)} others`,
  ];
}

function innocentFrames(w: Words, _talk: Talk, pick: Pick): Frame[] {
  return [
    () => `{G} are not ${w.adjective()}`,
    () => `{G} aren't ${w.nouns()}`,
    () => `no {g} is ${w.adjective()}`,
    () => `{G} are never ${w.adjective()}`,
    () => `{G} are ${w.good()}`,
    () => `{G} are so ${w.good()}`,
    () => `all {G} are ${w.good()}`,
    () => `I ${w.goodVerb()} {G}`,
    () => `we ${w.goodVerb()} {G}`,
    () => `I am {q} and ${w.good()}`,
    () => `I'm {q}. I'm ${w.good()}`,
    () => `I don't ${w.hatred()} {G}`,
    () => `I would never ${w.violence()} {G}`,
    () => `nobody should ${w.violence()} {G}`,
    () => `no one should ${w.exclusion()} {G}`,
    () => `{G} should never be ${w.done(w.violence())}`,
    () => `{G} should not be ${w.done(w.exclusion())}`,
    () => `no {g} deserves to be ${w.done(w.violence())}`,
    () => `stop ${w.doing(w.violence())} {G}`,
    () => `{G} were ${w.done(w.violence())} last night`,
    () => `{G} are ${w.done(w.exclusion())} every day and it must stop`,
    () => `{g} was ${w.done(w.violence())} in the street`,
    () => `people who ${w.hatred()} {G} are ${w.adjective()}`,
    () => `anyone who says {G} are ${w.adjective()} is ${w.adjective()}`,
    () => `"{G} are ${w.adjective()}" is ${w.condemned()}`,
    () => `saying {G} are ${w.adjective()} is ${w.condemned()}`,
    () => `it's ${w.condemned()} to call {G} ${w.nouns()}`,
    () => `she said {G} are ${w.adjective()} and I reported her`,
    () => `they called me a ${w.adjective()} {g}`,
    () => `he called us ${w.adjective()} {G}`,
    () => `I was told {G} are ${w.adjective()}`,
    () => `"${w.violence()} {G}" was sprayed on the wall`,
    () => `the {q} food was ${w.adjective()}`,
    () => `that {q} film is ${w.adjective()}`,
    () => `I'm {q} and my phone is ${w.adjective()}`,
    () => `{G} said the food was ${w.adjective()}`,
    () => `{G} told me the bus is ${w.adjective()}`,
    () => `my ${w.good()} {q} friend`,
    () => `a ${w.good()} {g} helped me`,
    () => `{G} make ${w.good()} ${w.goodNouns()}`,
    () => `I met {g}. They were ${w.good()}`,
    () => `the bus was ${w.adjective()} but the {q} lady was ${w.good()}`,
    () => `politicians are ${w.adjective()}, {G} are ${w.good()}`,
    () => `is it true that {G} need ${pick(['vitamin D', 'a longer appointment', 'more support', 'an interpreter'])}?`,
    () =>
      `{G} are ${pick(['more likely to get diabetes', 'under-represented', 'waiting too long', 'at higher risk', 'less likely to be screened', 'often ignored', 'still paid less', 'often misdiagnosed'])}`,
    () => `as {g}, I find the new form ${w.adjective()}`,
    () => `racists think {G} are ${w.adjective()}`,
    () => `bigots want to ${w.exclusion()} {G}`,
    () => `the myth that {G} ${w.crime()} ${pick(['jobs', 'everything'])} is ${w.condemned()}`,
    () => `how dare you call {G} ${w.adjective()}`,
    () => `the way he treats {G} is ${w.adjective()}`,
    () => `jokes about {G} are ${w.adjective()}`,
    () => `{G} have been called ${w.nouns()} for years`,
  ];
}
