/** A file that came with a message and is larger than anything that is fetched. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}
