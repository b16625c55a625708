/** What a setting's number can be. */
export interface NumberRange {
  readonly fallback: number;
  readonly most: number;
  /** What it is, for the message: "a port number from 0 to 65535". */
  readonly what: string;
}

/** A whole number from 0; notes a problem, without the value, where the setting is something else. */
export function readNumber(
  name: string,
  { fallback, most, what }: NumberRange,
  environment: Readonly<Record<string, string | undefined>>,
  problems: string[],
): number {
  const text = environment[name];
  if (text === undefined || text === '') return fallback;
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= most) return number;
  problems.push(`${name} must be ${what}`);
  return fallback;
}
