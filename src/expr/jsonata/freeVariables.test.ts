import { describe, expect, it } from 'vitest';
import { freeVariables } from './freeVariables.ts';

/** The free variables, each proved to stand where it is said to. */
function free(text: string): readonly string[] | null {
  const found = freeVariables(text);
  return found && found.map(({ name, at }) => {
    expect(text.slice(at - 1, at + name.length)).toBe(`$${name}`);
    return name;
  });
}

describe('freeVariables', () => {
  it.each<readonly [string, readonly string[]]>([
    ['$x', ['x']],
    ['$x.a[b = $y] & "$z" /* $c */', ['x', 'y']],
    ['{ "a": $x, "b": [$y, $x] }', ['x', 'y', 'x']],
    ['($x := 1; $x + $y)', ['y']],
    ['($x := $x + 1; $x)', ['x']],
    ['($x; $x := 1)', ['x']],
    ['[($x := 1; $x), $x]', ['x']],
    ['$map($items, function($x, $i) { $x + $y })', ['map', 'items', 'y']],
    ['[$map([1], function($x) { $x }), $x]', ['map', 'x']],
    ['$orders@$o.lines#$l.{ "o": $o, "l": $l, "p": $p }', ['orders', 'p']],
    ['$a ? $b : $c', ['a', 'b', 'c']],
    ['$a ~> $f($b)', ['a', 'f', 'b']],
    ['$a^(>$.n, <$b)', ['a', 'b']],
    ['$a ~> |items|{ "n": $b }|', ['a', 'b']],
    ['-$a + $sum($b.c)', ['a', 'sum', 'b']],
    ['$states.input.a', ['states']],
  ])('of %s', (text, expected) => {
    expect(free(text)?.filter((name) => name !== '')).toEqual(expected);
  });

  it('gives nothing for what cannot be read', () => expect(free('$a +')).toBeNull());
});
