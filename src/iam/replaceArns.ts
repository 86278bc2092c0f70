/** Characters that go on within an ARN, so that one is never replaced inside a longer one. */
const WITHIN = /[\w:/.+=,@-]/;

/** The text with each local ARN replaced by the real one, wherever it stands: as a value or inside an expression. */
export function replaceArns(text: string, arns: { readonly [local: string]: string }): string {
  const locals = Object.keys(arns).filter((local) => local !== '' && arns[local] !== '').toSorted((one, other) => other.length - one.length);
  let replaced = '';
  let at = 0;
  while (at < text.length) {
    const next = nextOf(text, locals, at);
    if (next === null) break;
    replaced += text.slice(at, next.at) + (arns[next.local] ?? '');
    at = next.at + next.local.length;
  }
  return replaced + text.slice(at);
}

function nextOf(text: string, locals: readonly string[], from: number): { readonly local: string; readonly at: number } | null {
  let best: { readonly local: string; readonly at: number } | null = null;
  for (const local of locals) {
    const at = wholeAt(text, local, from);
    if (at >= 0 && (best === null || at < best.at)) best = { local, at };
  }
  return best;
}

function wholeAt(text: string, local: string, from: number): number {
  for (let at = text.indexOf(local, from); at >= 0; at = text.indexOf(local, at + 1)) {
    if (!WITHIN.test(text[at - 1] ?? '') && !WITHIN.test(text[at + local.length] ?? '')) return at;
  }
  return -1;
}
