import { pressShapes } from './press-shapes.ts';
import type { PressedRequest, Request } from './request.ts';

/** A pressed button's verb and data as a request; anything that is not one of ours becomes `unreadable`. */
export function readPress(verb: string, data: unknown): Request {
  if (!Object.hasOwn(pressShapes, verb)) return { kind: 'unreadable', why: 'unknown-verb', detail: '' };
  const parsed = pressShapes[verb as keyof typeof pressShapes].safeParse(
    typeof data === 'object' && data !== null ? data : {},
  );
  if (!parsed.success)
    return { kind: 'unreadable', why: 'bad-data', detail: String(parsed.error.issues[0]?.path[0] ?? '') };
  return { ...parsed.data, kind: verb } as PressedRequest;
}
