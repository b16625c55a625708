/** What could go wrong for people, what stands against it, and what holds that it does. */
export interface Risk {
  readonly risk: string;
  readonly measure: string;
  readonly held: string;
}

export const risks: readonly Risk[] = [
  {
    risk: 'The person complained of, or their manager, learns of a report',
    measure:
      'Everybody whom a report names or may name, and the managers above them, is left out of routing, alerts, lists, counts, searches and exports, at every look-up',
    held: 'test/casework/excluded.test.ts (generated organisation charts), test/people/conflicts.test.ts',
  },
  {
    risk: 'A confidential or anonymous reporter is found out',
    measure:
      'Identity kept apart, or not at all; audit entries and alerts hold no id of theirs; small figures are suppressed',
    held: 'test/casework/levels.test.ts',
  },
  {
    risk: 'A locked screen shows what a report is about',
    measure: 'Alerts say a reference, what is asked, and by when',
    held: 'test/teams/deliver-alerts.test.ts',
  },
  {
    risk: 'Private matters are shown in a channel',
    measure:
      'Only the policy is talked about there; everything else goes to the member’s own chat, help in a crisis first of all',
    held: 'test/teams/private-chat.test.ts',
  },
  {
    risk: 'Drafts are kept and used against staff',
    measure: 'They are in no record, log line, figure or error',
    held: 'test/end-to-end/product.test.ts, test/teams/message-actions.test.ts',
  },
  {
    risk: 'Somebody acts in another’s name',
    measure:
      'Who pressed comes from a token that the Bot Connector signed; rights are looked up at every press; cards are believed in nothing',
    held: 'test/teams/strict-authentication.test.ts, test/casework/authority.test.ts',
  },
  {
    risk: 'The database or a backup is stolen',
    measure: 'Records are sealed with AES-256-GCM under a key that the database never holds',
    held: 'test/store/sealing.test.ts',
  },
  {
    risk: 'An insider changes or removes what is on record',
    measure: 'Append-only audit trail, chained and signed, with anchors outside',
    held: 'test/store/audit.test.ts',
  },
  {
    risk: 'A report is lost',
    measure:
      'Report and alerts are stored in one step; alerts are repeated, passed to the next channel, then to a visible list',
    held: 'test/store/crash.test.ts, test/casework/clocks.test.ts',
  },
  {
    risk: 'Somebody in danger gets a form instead of help',
    measure: 'Words of danger bring numbers to call first, from anywhere',
    held: 'test/crisis/find-crisis.test.ts',
  },
  {
    risk: 'The program is wrong about a draft, or treats groups of people unlike',
    measure:
      'Every finding says its words, clause and reason, and can be called wrong; the same sentences with each group’s words are measured before each release',
    held: 'npm run eval -- people',
  },
];
