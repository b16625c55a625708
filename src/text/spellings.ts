/** How people type on a phone, and what phrases call it. Only forms that are no other English word. */
const table = `
dont:don't cant:can't wont:won't im:i'm ive:i've youre:you're youve:you've youll:you'll youd:you'd theyre:they're
theyve:they've theyll:they'll theyd:they'd weve:we've didnt:didn't doesnt:doesn't isnt:isn't wasnt:wasn't arent:aren't
werent:weren't hasnt:hasn't havent:haven't hadnt:hadn't couldnt:couldn't shouldnt:shouldn't wouldnt:wouldn't
thats:that's whats:what's wheres:where's heres:here's theres:there's hes:he's shes:she's whos:who's aint:ain't
itll:it'll thatll:that'll u:you ur:your r:are plz:please pls:please bc:because cos:because coz:because cuz:because
tho:though thru:through ppl:people sth:something smth:something abt:about w:with wk:week yr:year yrs:years
govt:government mgmt:management mgr:manager dept:department appt:appointment appts:appointments
tmrw:tomorrow tmw:tomorrow tmoz:tomorrow 2moro:tomorrow 2day:today 2nite:tonight gr8:great m8:mate l8r:later b4:before
cud:could shud:should wud:would defo:definitely prob:probably probs:probably
teh:the recieve:receive definately:definitely seperate:separate untill:until wich:which becuase:because beleive:believe
freind:friend thier:their goverment:government permision:permission permisson:permission copywrite:copyright
pics:pictures pic:picture piccie:picture piccies:pictures vid:video vids:videos
`;

/** From the typed form to the form that phrases use. */
export const spellings: ReadonlyMap<string, string> = new Map(
  table
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);
