import { createTransport } from 'nodemailer';
import type { AlertNotice, Courier, Delivery } from '../alerts/courier.ts';
import { longDate } from '../cards/clause-view.ts';
import type { Directory } from '../people/directory.ts';
import { DirectoryDown } from '../people/directory.ts';

export interface MailParts {
  /** "smtps://user:password@host:465", or "smtp://host:587", which must offer STARTTLS anywhere but on this machine. */
  readonly server: string;
  /** The sender's address. */
  readonly from: string;
  readonly directory: Directory;
  /** Waiting for the server (ms); 10,000 unless told. */
  readonly timeoutMs?: number;
}

/** Brings alerts to people by e-mail: the last channel, for those whom Teams does not reach. */
export function createMailCourier({ server, from, directory, timeoutMs = 10_000 }: MailParts): Courier {
  const { hostname } = new URL(server);
  const transport = createTransport({
    url: server,
    requireTLS: !['localhost', '127.0.0.1', '[::1]'].includes(hostname),
    ...{ connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return {
    channel: 'email',
    async deliver(oid, notice): Promise<Delivery> {
      try {
        const person = await directory.person(oid);
        if (!person?.email || person.left) return { outcome: 'unreachable', reason: 'gone' };
        const { messageId } = await transport.sendMail({ from, to: person.email, ...letter(notice, from) });
        return { outcome: 'delivered', messageId };
      } catch (error) {
        return judge(error);
      }
    },
  };
}

/**
 * What the letter says: as little as the card (E1), and to a reporter not even that there is a report, for others see
 * mailboxes too. The same alert has the same id, so that a mailbox shows it once.
 */
function letter({ alertId, reference, ask, by, for: whom }: AlertNotice, from: string) {
  const wanted = by === null ? [] : [`Wanted by ${longDate(by)}.`];
  const where = `Open Teams, go to "Can I Post?" and ask for ${reference}.`;
  return {
    messageId: `<alert-${alertId}@${from.split('@').at(-1) ?? 'localhost'}>`,
    subject: whom === 'reporter' ? 'Something waits for you in Can I Post' : `${reference}: ${ask}`,
    text: [...(whom === 'reporter' ? [] : [ask]), ...wanted, where, ''].join('\n\n'),
  };
}

/** A server's 5xx is final for this address; anything else may be better later. Never thrown on: the outbox decides. */
function judge(error: unknown): Delivery {
  if (error instanceof DirectoryDown) return { outcome: 'later', afterMs: null };
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  const final = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH';
  return final ? { outcome: 'unreachable', reason: 'refused' } : { outcome: 'later', afterMs: null };
}
