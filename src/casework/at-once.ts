/** Does the work for every item, so many at a time; the results in the items' order. Throws what the first failure throws. */
export async function atOnce<Item, Done>(
  items: readonly Item[],
  many: number,
  work: (item: Item) => Promise<Done>,
): Promise<readonly Done[]> {
  const results: Done[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(many, items.length) }, worker));
  return results;
}
