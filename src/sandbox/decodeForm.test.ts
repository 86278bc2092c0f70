import { describe, expect, it } from 'vitest';
import { decodeForm } from './decodeForm.ts';

describe('decodeForm', () => {
  it.each([
    { form: 'a=1&b=two%20words&c=x+y', object: { a: '1', b: 'two words', c: 'x y' } },
    { form: 'metadata%5Border%5D=7&metadata[deep][er]=8', object: { metadata: { order: '7', deep: { er: '8' } } } },
    { form: 'items[0][price]=a&items[1][price]=b', object: { items: [{ price: 'a' }, { price: 'b' }] } },
    { form: 'tags[]=x&tags[]=y', object: { tags: ['x', 'y'] } },
    { form: 'tags[2]=x', object: { tags: { 2: 'x' } } },
    { form: 'a[b=1&[c]=2', object: { 'a[b': '1', '[c]': '2' } },
    { form: 'a=1&a[b]=2', object: { a: { b: '2' } } },
    { form: '', object: {} },
  ])('$form', ({ form, object }) => expect(decodeForm(form)).toEqual(object));

  it('builds members of any name without touching the prototype', () => {
    const decoded = decodeForm('__proto__[polluted]=1&constructor[prototype][polluted]=1');
    expect(Object.keys(decoded)).toEqual(['__proto__', 'constructor']);
    expect('polluted' in {}).toBe(false);
  });
});
