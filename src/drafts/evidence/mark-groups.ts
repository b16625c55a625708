/** What marks of the two organisational rules have in common, so that a rare phrase counts like its common neighbours. */
export const markGroups: Readonly<Record<string, readonly string[]>> = {
  target: ['d.leader', 'd.manager', 'd.team', 'd.provider', 'd.rival', 'd.patient', 'd.own', 'd.reply', 'd.hint'],
  body: ['d.provider', 'd.rival', 'd.own'],
  people: ['d.leader', 'd.manager', 'd.team', 'd.patient', 'd.reply'],
  attack: ['d.insult', 'd.bungling', 'd.idle', 'd.dishonest', 'd.crime', 'd.affair', 'd.argue', 'd.link'],
  sly: ['d.everyday-thing', 'd.scorn', 'd.slow', 'd.wit', 'd.eye-roll', 'd.smirk', 'd.congrats', 'd.softener'],
  inside: ['d.insider', 'd.nhs', 'd.own', 'p.employment'],
  warm: ['d.praise', 'd.of-self', 'd.condemn'],
  aside: ['d.elsewhere', 'd.idea', 'd.as-patient'],
  someone: ['c.person', 'c.titled', 'c.named', 'c.initials', 'c.colleague', 'd.patient'],
  private: ['c.illness', 'c.hr-matter', 'c.address', 'd.affair'],
  place: ['c.care-place', 'c.admitted', 'c.system'],
  detail: ['c.public-figure', 'c.aged', 'c.when', 'c.initials', 'c.occupation', 'c.striking'],
  third: ['c.third-person'],
  first: ['c.first-person'],
  secret: ['c.secret'],
  plan: ['c.plan', 'c.bid', 'c.papers'],
  shown: ['c.picture', 'c.in-view', 'c.credential'],
  free: ['c.consent', 'c.public', 'c.own', 'c.family', 'c.fiction', 'c.official-contact', 'c.advice-giving'],
};

const groupNames = Object.keys(markGroups);
/** The groups of each mark, by their place in the list. */
const groupsOf = new Map<string, number[]>();
for (const [place, group] of groupNames.entries())
  for (const mark of markGroups[group] ?? []) groupsOf.set(mark, [...(groupsOf.get(mark) ?? []), place]);

/** The groups met by `marks`, and those of which two or more marks are met, as `group*`. */
export function groupsMet(marks: Iterable<string>): readonly string[] {
  const counts: number[] = [];
  const met: number[] = [];
  for (const mark of marks)
    for (const group of groupsOf.get(mark) ?? []) {
      if (counts[group] === undefined) met.push(group);
      counts[group] = (counts[group] ?? 0) + 1;
    }
  return met.flatMap((group) => {
    const name = groupNames[group] as string;
    return (counts[group] as number) > 1 ? [name, `${name}*`] : [name];
  });
}

/** Marks that say of whom something is said, or where it is shown. */
export const targetMarks: ReadonlySet<string> = new Set([
  ...(markGroups.target ?? []),
  'c.person',
  'c.titled',
  'c.named',
  'c.aged',
  'c.colleague',
  'c.picture',
]);
