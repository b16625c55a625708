import type { FilledCard } from '../cards/fill.ts';
import type { Request } from './request.ts';

/** Who pressed or wrote, from the authenticated activity alone; never from card data. */
export interface Actor {
  /** Entra object id. */
  readonly oid: string;
  /** Entra tenant id. */
  readonly tenant: string;
  /** The channel's id for the person ("29:…"), used to address them. */
  readonly channelId: string;
  readonly name: string;
}

export interface Place {
  readonly conversationId: string;
  /** A dialog, or a list in the search box, is seen by the one person who opened it, wherever that was. */
  readonly kind: 'personal' | 'dialog' | 'group' | 'channel';
  readonly serviceUrl: string;
}

/** A file or picture that came with a message; `download` fetches the bytes at most once, within the edge's limits. */
export interface Attachment {
  readonly name: string;
  readonly contentType: string;
  download(): Promise<Uint8Array>;
}

/** One thing a member did, read and authenticated, ready to be answered. */
export interface Turn {
  /** The activity's id: the same turn delivered twice carries the same id. */
  readonly id: string;
  readonly at: Date;
  readonly actor: Actor;
  readonly place: Place;
  readonly request: Request;
  readonly attachments: readonly Attachment[];
}

/** A file that somebody may have a copy of if they say yes; `data` comes back with their answer and is believed as little as any. */
export interface OfferedFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly about: string;
  readonly data: Readonly<Record<string, string>>;
}

/** What goes back: a new card, the pressed card replaced, or a line shown beside the pressed card; or a file. */
export type Reply =
  | { readonly kind: 'card'; readonly card: FilledCard }
  /** `lasting`: the message itself is changed too, so that the old card does not come back when the client starts anew. */
  | { readonly kind: 'replace'; readonly card: FilledCard; readonly lasting?: true }
  | { readonly kind: 'toast'; readonly text: string }
  | FileReply
  | PrivateReply
  /** A card that the member may put into a conversation of their own choice, as the search box lists it. */
  | { readonly kind: 'found'; readonly card: FilledCard; readonly title: string; readonly text: string };

/** A picture, or a copy offered where the channel will not take it; a copy offered; the bytes of one for which they said yes. `card` says so, and stands in its place where no file can go. */
export type FileReply = { readonly card: FilledCard } & (
  | {
      readonly kind: 'picture';
      readonly picture: { readonly type: string; readonly bytes: Uint8Array };
      readonly otherwise: OfferedFile;
    }
  | { readonly kind: 'offer-file'; readonly file: OfferedFile }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
);

/**
 * Asked where others read along, answered in the member's own chat. In the place itself `sent` is shown once, or `unsent`
 * for each card that could not be brought there.
 */
export interface PrivateReply {
  readonly kind: 'private';
  readonly card: FilledCard;
  readonly sent: FilledCard;
  readonly unsent: FilledCard;
}

export type AnswerTurn = (turn: Turn) => Promise<readonly Reply[]>;
