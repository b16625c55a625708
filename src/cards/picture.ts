import { type FilledCard, fillCard } from './fill.ts';

export interface PictureView {
  readonly reference: string;
  readonly name: string;
  readonly about: string;
  /** The picture itself where it goes with the card, as the local chat client wants it; in Teams it follows as a message. */
  readonly inside: { readonly type: string; readonly bytes: Uint8Array } | null;
}

/** Says which picture this is, and shows it where the client takes it so. */
export function pictureCard({ reference, name, about, inside }: PictureView): FilledCard {
  const url = inside === null ? '' : `data:${inside.type};base64,${Buffer.from(inside.bytes).toString('base64')}`;
  return fillCard('picture', { reference, about, pictures: inside === null ? [] : [{ url, name }] });
}
