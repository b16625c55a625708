import { actAsCard } from '../cards/act-as.ts';
import { noticeCard } from '../cards/notice.ts';
import type { Context, Handler } from './context.ts';
import { replaceCard, say, showCard } from './reply.ts';

export const openActAs: Handler<'open-act-as'> = (_request, { personas }) =>
  personas === null ? onlyLocal() : showCard(actAsCard(personas.current, personas.people));

/** Changes who the seat's user is. Without the local run's switch there is nothing here to change. */
export const actAs: Handler<'act-as'> = ({ person }, context) => {
  const { personas } = context;
  if (personas === null) return onlyLocal();
  if (!personas.become(person))
    return say(
      'I know nobody of that name',
      ['Choose one of the people on the card.'],
      [{ title: 'Show the people', verb: 'open-act-as' }],
    );
  return replaceCard(nowActing(context));
};

function nowActing({ personas }: Context) {
  const { name, role } = (personas as NonNullable<Context['personas']>).current;
  return noticeCard(`You are now ${name}`, [`Role: ${role}. What you press and type from now on is theirs.`], {
    buttons: [
      { title: 'My incidents', verb: 'my-incidents' },
      { title: 'My reports', verb: 'my-reports' },
      { title: 'Act as somebody else', verb: 'open-act-as' },
    ],
  });
}

const onlyLocal = () =>
  say(
    'That works in the local run only',
    ['In Teams everybody is themselves.'],
    [{ title: 'What can you do?', verb: 'help' }],
  );
