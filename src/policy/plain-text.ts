const marked = /[<[*_`▪•\t\u00a0]| {3}/;

/** Published wording as a person reads it: tags, Markdown marks and table tabs gone, link addresses kept out. */
export function plainText(published: string): string {
  if (!marked.test(published)) return published.trim();
  return published
    .replace(/<\/?(?:b|i|p|ul|ol|li|br|strong|em|u|table|thead|tbody|tr|th|td)\b[^>]*>/gi, ' ')
    .replace(/<a\b[^>]*>|<\/a>/gi, ' ')
    .replace(/\[([^\]]*)\]\([^)\s]*\)/g, '$1')
    .replace(/\*\*|__|`/g, '')
    .replace(/[▪•]/g, ' ')
    .replace(/\s*\t\s*/g, '  ')
    .replace(/[ \u00a0]{3,}/g, '  ')
    .trim();
}

/** "Associated Documents:" as "associated-documents". */
export function slug(label: string): string {
  return plainText(label)
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** A table of contents holds page numbers of a copy that has no pages here: nothing to cite. */
export function isContents(title: string): boolean {
  return /^(table of )?contents$/i.test(title);
}

/** A heading with no words of its own beneath it is shown when called by number; it decides no question. */
export function isBareHeading({ kind, text, title }: { kind: string; text: string; title: string }): boolean {
  return (kind === 'section' || kind === 'table') && plainText(text).length <= title.length + 8;
}
