import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Every pair of tokens that must be told apart: text 4.5:1, borders of controls and cards and edges 3:1 (WCAG 2.2, 1.4.3 and 1.4.11). */
type Theme = 'light' | 'dark';
const tokens = readTokens(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8'));

const words = (text: string): readonly string[] => text.split(' ');
const cross = (min: number, foregrounds: string, backgrounds: string) =>
  words(foregrounds).flatMap((front) => words(backgrounds).map((back) => ({ min, front: `--${front}`, back: `--${back}` })));

const PAIRS = [
  ...cross(4.5, 'text text-2 text-3', 'bg-panel bg-sunken bg-raised bg-hover bg-canvas bg-chip bg-selected bg-input node-bg'),
  ...cross(4.5, 'text text-2', 'bg-active status-running-bg status-succeeded-bg status-caught-bg status-failed-bg'),
  ...cross(4.5, 'accent-text', 'bg-panel bg-sunken accent-subtle bg-hover'),
  ...cross(4.5, 'text-on-accent', 'accent accent-hover danger danger-hover'),
  ...words('running succeeded caught failed').flatMap((s) => [...cross(4.5, `status-${s}-fg`, `status-${s}-bg bg-panel bg-sunken bg-input node-bg`), ...cross(3, `status-${s}-solid`, 'bg-panel bg-canvas node-bg')]),
  ...words('definition connection service').flatMap((o) => cross(4.5, `origin-${o}-fg`, `origin-${o}-bg bg-panel bg-sunken`)),
  ...words('task http choice pass wait parallel map succeed fail').flatMap((t) => cross(4.5, `type-${t}-fg`, `type-${t}-bg node-bg bg-panel`)),
  ...cross(4.5, 'syn-key syn-string syn-number syn-bool syn-punct syn-comment', 'bg-panel bg-sunken bg-input'),
  ...cross(4.5, 'syn-expr', 'bg-panel bg-sunken syn-expr-bg'),
  ...cross(4.5, 'tooltip-text', 'tooltip-bg'),
  ...cross(3, 'border-control', 'bg-panel bg-sunken bg-raised bg-input'),
  ...cross(3, 'node-border container-border edge edge-catch edge-hover accent', 'bg-canvas'),
  ...cross(3, 'accent', 'bg-panel bg-raised'),
];

describe.each(['light', 'dark'] as const)('contrast in the %s theme', (theme) => {
  it.each(PAIRS)('$front on $back is at least $min', ({ min, front, back }) => {
    expect(ratio(colour(theme, front), colour(theme, back))).toBeGreaterThanOrEqual(min);
  });
});

function readTokens(css: string): { readonly [scope in 'base' | Theme]: { readonly [name: string]: string } } {
  const scopes: Record<'base' | Theme, Record<string, string>> = { base: {}, light: {}, dark: {} };
  for (const [, selector = '', body = ''] of css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const scope = selector.includes('dark') ? 'dark' : selector.includes('light') ? 'light' : selector.trim() === ':root' ? 'base' : null;
    if (!scope) continue;
    for (const [, name = '', value = ''] of body.matchAll(/(--[\w-]+):\s*([^;]+);/g)) scopes[scope][name] = value.trim();
  }
  return scopes;
}

function colour(theme: Theme, name: string): string {
  const value = tokens[theme][name] ?? tokens.base[name];
  if (value === undefined) throw new Error(`${name} is not in tokens.css`);
  const reference = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  return reference === undefined ? value : colour(theme, reference);
}

function luminance(hex: string): number {
  const channel = (at: number): number => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return channel(1) * 0.2126 + channel(3) * 0.7152 + channel(5) * 0.0722;
}

function ratio(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].toSorted((p, q) => q - p) as [number, number]; // Two in, two out.
  return (high + 0.05) / (low + 0.05);
}
