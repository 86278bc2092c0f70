import codeUrl from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?url';
import textUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';

/** The studio's fonts as rules that hold them, for a picture that leaves the page. Empty where they cannot be read: the reader's fonts stand in. */
export async function fontFaces(): Promise<string> {
  try {
    const [text, code] = await Promise.all([dataUrl(textUrl), dataUrl(codeUrl)]);
    return `${face('Inter Variable', text)}${face('JetBrains Mono Variable', code)}`;
  } catch {
    return '';
  }
}

const face = (family: string, url: string): string => `@font-face{font-family:"${family}";src:url(${url}) format("woff2");font-weight:100 900}`;

async function dataUrl(url: string): Promise<string> {
  const reply = await fetch(url);
  if (!reply.ok) throw new Error(`The font could not be read (${reply.status}).`);
  const bytes = new Uint8Array(await reply.arrayBuffer());
  return `data:font/woff2;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}
