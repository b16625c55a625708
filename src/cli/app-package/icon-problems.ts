/** What a picture is, read from its bytes. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each point, 0 to 255. */
  readonly data: Uint8Array;
}

/** Reads a PNG; null where the reader is not installed, which is there for development only. */
export async function readPicture(png: Uint8Array): Promise<Picture | null> {
  const reader = await import('pngjs').catch(() => null);
  return reader === null ? null : reader.PNG.sync.read(Buffer.from(png));
}

/** The colour icon: 192 by 192, no hole in it. */
export function colorProblems({ width, height, data }: Picture): readonly string[] {
  const solid = points(data).every(([, , , opacity]) => opacity === 255);
  return [
    ...sizeProblems('color.png', width, height, 192),
    ...(solid ? [] : ['color.png must fill its whole square: Teams rounds the corners itself']),
  ];
}

/** The outline icon: 32 by 32, white where it is not transparent. */
export function outlineProblems({ width, height, data }: Picture): readonly string[] {
  const shown = points(data).filter(([, , , opacity]) => opacity > 0);
  const white = shown.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255);
  const share = shown.length / (width * height);
  return [
    ...sizeProblems('outline.png', width, height, 32),
    ...(white ? [] : ['outline.png must be white and nothing but white']),
    ...(share > 0.05 && share < 0.8 ? [] : ['outline.png must be a drawing on a transparent ground']),
  ];
}

function sizeProblems(name: string, width: number, height: number, wanted: number): readonly string[] {
  if (width === wanted && height === wanted) return [];
  return [`${name} is ${width} by ${height} and must be ${wanted} by ${wanted}`];
}

type Point = readonly [number, number, number, number];

function points(data: Uint8Array): readonly Point[] {
  return Array.from({ length: data.length / 4 }, (_, index) => [...data.subarray(index * 4, index * 4 + 4)] as never);
}
