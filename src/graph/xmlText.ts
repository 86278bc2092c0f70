const ENTITIES: { readonly [letter: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * Text for XML, as content and in attributes. What XML 1.0 cannot hold at all (control characters, half a surrogate pair) becomes U+FFFD,
 * so that a name that a stranger has chosen never breaks the picture.
 */
export const xmlText = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  text.replaceAll(/\p{Surrogate}/gu, '\ufffd').replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd').replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
