/** The words of a card in reading order, one block a line: for notifications, fall-back and search in tests. Inputs and buttons are named. */
export function plainText(node: unknown): string {
  const lines: string[] = [];
  collect(node, lines);
  return lines.join('\n');
}

function collect(node: unknown, lines: string[]): void {
  if (Array.isArray(node)) {
    for (const item of node) collect(item, lines);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const element = node as Record<string, unknown>;
  if (element.isVisible === false) return;
  const own = ownWords(element);
  if (own !== '') lines.push(own);
  for (const key of ['body', 'items', 'columns', 'actions', 'card']) collect(element[key], lines);
}

function ownWords(element: Record<string, unknown>): string {
  switch (element.type) {
    case 'TextBlock':
      return String(element.text ?? '');
    case 'RichTextBlock':
      return (element.inlines as readonly (string | { text?: string })[])
        .map((run) => (typeof run === 'string' ? run : (run.text ?? '')))
        .join('');
    case 'FactSet':
      return (element.facts as readonly { title: string; value: string }[])
        .map((fact) => `${fact.title}: ${fact.value}`)
        .join('\n');
    case 'Action.Execute':
    case 'Action.Submit':
    case 'Action.ShowCard':
      return `[${String(element.title)}]`;
    case 'Action.OpenUrl':
      return `[${String(element.title)}] ${String(element.url)}`;
    default:
      return String(element.type ?? '').startsWith('Input.') ? `${String(element.label ?? '')}: ____` : '';
  }
}
