/** Where an error came from, without its message: messages quote what people wrote. To be mixed into a log line. */
export function placeOf(error: unknown): { readonly error: string; readonly at?: string } {
  if (!(error instanceof Error)) return { error: 'unknown' };
  const at = /\((?:file:\/\/)?([^()]*?src\/[^()]+:\d+):\d+\)|at (?:async )?(?:file:\/\/)?(\S*?src\/\S+:\d+):\d+/.exec(
    error.stack ?? '',
  );
  const place = at?.[1] ?? at?.[2];
  return { error: error.name, ...(place === undefined ? {} : { at: place.slice(place.indexOf('src/')) }) };
}
