import { credentials } from '../../../src/drafts/identifiers/credentials.ts';
import { dateOfBirth } from '../../../src/drafts/identifiers/date-of-birth.ts';
import { email } from '../../../src/drafts/identifiers/email.ts';
import { hospitalNumber } from '../../../src/drafts/identifiers/hospital-number.ts';
import { masked } from '../../../src/drafts/identifiers/masked.ts';
import { nationalInsurance } from '../../../src/drafts/identifiers/national-insurance.ts';
import { nhsNumber } from '../../../src/drafts/identifiers/nhs-number.ts';
import { phone } from '../../../src/drafts/identifiers/phone.ts';
import type { Place } from '../../../src/drafts/identifiers/place.ts';
import { postcode } from '../../../src/drafts/identifiers/postcode.ts';
import { streetAddress } from '../../../src/drafts/identifiers/street-address.ts';

const found = (find: (text: string) => Place[], text: string) =>
  find(text).map(({ start, end }) => text.slice(start, end));

describe('an NHS number is ten digits with a right check digit', () => {
  test.each([
    ['NHS no 943 476 5919, please', ['943 476 5919']],
    ['9434765919', ['9434765919']],
    ['943-476-5919 or 999.719.2443', ['943-476-5919', '999.719.2443']],
    ['943 476 5918', []],
    ['phone 0163 296 0348', []],
    ['card 4454794511390933', []],
    ['£9434765919', []],
    ['1111111111', []],
  ])('%s', (text, numbers) => expect(found(nhsNumber, text)).toEqual(numbers));
});

describe('a National Insurance number keeps the rules on prefixes', () => {
  test.each([
    ['his NI is AB 12 34 56 C', ['AB 12 34 56 C']],
    ['ab123456c', ['ab123456c']],
    ['BG 12 34 56 C', []],
    ['QQ 12 34 56 C', []],
    ['flight BA123456', []],
  ])('%s', (text, numbers) => expect(found(nationalInsurance, text)).toEqual(numbers));
});

describe('a telephone number that can be a person’s', () => {
  test.each([
    ['ring 07700 900836 now', ['07700 900836']],
    ['+44 7700 900836', ['+44 7700 900836']],
    ['(01632) 960348', ['(01632) 960348']],
    ['Samaritans 116 123', []],
    ['0800 555 111', []],
    ['0300 123 3393', []],
    ['call 111 or 999', []],
    ['made 0.077009008 of it', []],
  ])('%s', (text, numbers) => expect(found(phone, text)).toEqual(numbers));
});

describe('an e-mail address that names a person', () => {
  test.each([
    ['write to jo.bloggs@example.org', ['jo.bloggs@example.org']],
    ['pals@example.org', []],
    ['comms.team@example.org', []],
    ['no-reply@example.org', []],
    ['@jo_bloggs', []],
  ])('%s', (text, addresses) => expect(found(email, text)).toEqual(addresses));
});

describe('where somebody lives', () => {
  test.each([
    [postcode, 'she is at LU1 2AB', ['LU1 2AB']],
    [postcode, 'anywhere in LU1', []],
    [postcode, 'Q4 2PM meeting', []],
    [streetAddress, 'lives at 3 Swallow Rise now', ['3 Swallow Rise']],
    [streetAddress, 'flat 4, 12a St John Street', ['flat 4, 12a St John Street']],
    [streetAddress, '3 people on Swallow Rise', []],
  ])('%p %s', (find, text, places) => expect(found(find, text)).toEqual(places));
});

describe('numbers and dates that the text calls by their name', () => {
  test.each([
    [dateOfBirth, 'dob 12/07/1958', ['dob 12/07/1958']],
    [dateOfBirth, 'born 3 May 1990 in Luton', ['born 3 May 1990']],
    [dateOfBirth, 'the meeting on 12/07/1958', []],
    [hospitalNumber, 'hospital number RX 443212', ['hospital number RX 443212']],
    [hospitalNumber, 'NHS 111', []],
    [credentials, 'password is Tangerine77!', ['password is Tangerine77!']],
    [credentials, 'svc_datamart / Tangerine77! works', ['svc_datamart / Tangerine77!']],
    [credentials, 'the login page is slow', []],
    [credentials, 'he/she reads 24/7', []],
  ])('%p %s', (find, text, places) => expect(found(find, text)).toEqual(places));
});

test('a masked identifier never shows more than its ends', () => {
  expect(masked('943 476 5919')).toBe('9…9');
  expect(masked('4471')).toBe('…');
});
