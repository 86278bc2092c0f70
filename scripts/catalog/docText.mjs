const ENTITIES = { lt: '<', gt: '>', amp: '&', nbsp: ' ', quot: '"' };

/** The first sentence of a documentation text, without its markup; undefined where there is none. */
export function firstSentence(text, most) {
  if (!text) return undefined;
  const plain = text
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(lt|gt|amp|nbsp|quot);/g, (_, name) => ENTITIES[name])
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:)])/g, '$1')
    .trim();
  const sentence = /^.{15,}?[.!?](?= [A-Z(]|$)/.exec(plain)?.[0] ?? plain;
  if (sentence === '') return undefined;
  return sentence.length > most ? `${sentence.slice(0, most - 1).trimEnd()}…` : sentence;
}

/** The comment above a declaration, as TypeScript's parser gives it. */
export function commentOf(node) {
  const comment = node.jsDoc?.at(-1)?.comment;
  return Array.isArray(comment) ? comment.map((part) => part.text ?? '').join('') : comment;
}
