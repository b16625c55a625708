import { recuse } from '../../src/casework/act-on-incident.ts';
import type { Casework } from '../../src/casework/casework.ts';
import { claimAlert, dueAlerts, recordDelivery } from '../../src/casework/send-alerts.ts';
import { sentCards } from '../../src/casework/sent-cards.ts';
import { file, nameOf, who, world } from './world.ts';

/** Brings everything due to people's chats, but for those to whom `channel` is open only. */
async function bring(casework: Casework, unreachable: string) {
  for (let round = 0; round < 3; round++)
    for (const id of await dueAlerts(casework)) {
      const claim = await claimAlert(casework, id);
      if (claim === undefined) continue;
      const gone = nameOf(claim.oid) === unreachable && claim.channel !== 'casework-channel';
      await recordDelivery(
        casework,
        claim,
        gone
          ? { outcome: 'unreachable', reason: 'not-installed' }
          : { outcome: 'delivered', messageId: `m-${claim.oid}` },
      );
    }
}

const places = async (casework: Casework, reference: string) =>
  (await sentCards(casework, reference)).map(({ oid }) => (oid === null ? 'the channel' : nameOf(oid))).sort();

test('the cards of an incident are those in chats and in the channel, but not of who must no longer know', async () => {
  const casework = await world();
  const { reference } = await file(casework);
  await bring(casework, 'Martin Sorley');
  expect(await places(casework, reference)).toEqual(['Colin Marsh', 'Priya Nandakumar', 'the channel']);
  await recuse(casework, who('Priya'), reference, '');
  expect(await places(casework, reference)).toEqual(['Colin Marsh', 'the channel']);
  expect(await places(casework, 'CIP-00000-00000')).toEqual([]);
});
