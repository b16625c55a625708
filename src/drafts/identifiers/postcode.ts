import { type Place, placesOf } from './place.ts';

const shape = /(?<![a-z0-9])(?:[a-z]{1,2}\d[a-z\d]?) ?\d[abd-hjlnp-uw-z]{2}(?![a-z0-9])/gi;
const areas = new Set(
  (
    'ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g gl gu gy ' +
    'ha hd hg hp hr hs hu hx ig im ip iv ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po ' +
    'pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze zz'
  ).split(' '),
);

/** Full UK postcodes (both halves); a district alone ("LU1") names no household and is left out. */
export function postcode(text: string): Place[] {
  return placesOf(text, shape, (found) => areas.has((/^[a-z]+/i.exec(found)?.[0] ?? '').toLowerCase()));
}
