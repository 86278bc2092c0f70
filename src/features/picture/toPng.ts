import type { Picture } from '../../graph/toSvg.ts';

/** Twice as many pixels as the canvas has: sharp on every screen, and in print. */
const SHARP = 2;
/** What every browser can draw; beyond it an image comes out empty. */
const MOST = { side: 16_384, area: 100_000_000 } as const;

export interface Png {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
  /** Pixels per canvas pixel: below 2 where the workflow is too big for that. */
  readonly scale: number;
}

/** The scale at which a picture of this size can be drawn. */
export function scaleFor({ width, height }: { readonly width: number; readonly height: number }): number {
  return Math.min(SHARP, MOST.side / width, MOST.side / height, Math.sqrt(MOST.area / (width * height)));
}

/** Fails with a sentence where the browser cannot. */
export async function toPng(picture: Picture): Promise<Png> {
  const scale = scaleFor(picture);
  const [width, height] = [Math.max(1, Math.floor(picture.width * scale)), Math.max(1, Math.floor(picture.height * scale))];
  const url = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width, height });
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('The browser could not draw a picture of this size. Export SVG, which has no limit.');
    return { blob, width, height, scale };
  } finally {
    URL.revokeObjectURL(url);
  }
}
