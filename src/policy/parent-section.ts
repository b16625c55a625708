import type { Block } from './read-blocks.ts';
import type { Section } from './section.ts';

/** Where a heading stands: by number where there is one ("5.2" under "5.0" whatever its level), else by heading level. */
export function parentOf(
  block: Extract<Block, { kind: 'heading' }>,
  current: Section | null,
  sections: readonly Section[],
): Section | null {
  if (block.number !== null) {
    const parts = block.number.split('.');
    const above = parts.slice(0, -1).join('.');
    const whole = parts.length === 2 && parts[1] === '0';
    return whole || above === '' ? null : sectionNumbered(above, sections);
  }
  for (let section = current; section !== null; section = section.parent)
    if (section.level < block.level && section.kind === 'section') return section.isDocumentTitle ? null : section;
  return null;
}

/** The paragraph or section that a numbered paragraph goes on from, by its number: the nearest above it that there is. */
export function parentOfParagraph(
  number: string,
  clauses: readonly { readonly id: string }[],
  sections: readonly Section[],
): string | null {
  const above = number.split('.').slice(0, -1);
  for (let depth = above.length; depth > 0; depth--) {
    const candidate = above.slice(0, depth).join('.');
    const parent = clauses.find(({ id }) => id === candidate)?.id ?? sectionNumbered(candidate, sections)?.id;
    if (parent !== undefined) return parent;
  }
  return null;
}

function sectionNumbered(number: string, sections: readonly Section[]): Section | null {
  return sections.findLast((section) => section.number === number || section.number === `${number}.0`) ?? null;
}
