import { noticeCard } from '../cards/notice.ts';
import type { Handler } from './context.ts';
import { showCard } from './reply.ts';

export const askAdvice: Handler<'ask-advice'> = (_request, { organisation }) =>
  showCard(
    noticeCard(
      'Talking to somebody first',
      ['Asking for advice starts no formal process, and I keep no record that you asked.'],
      {
        contacts: organisation.support.adviceContacts,
        buttons: [{ title: 'Make a report', verb: 'open-report' }],
      },
    ),
  );
