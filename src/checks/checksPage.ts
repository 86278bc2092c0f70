import { CATALOGUE } from './catalogue.ts';
import type { CheckRule } from './CheckRule.ts';
import { exampleText } from './exampleText.ts';

const ORDER = ['error', 'warning', 'info'] as const;
const WORD = { error: 'Errors', warning: 'Warnings', info: 'Hints' } as const;

/** The page `docs/checks.md`: every rule of the catalogue, from the rules themselves. */
export function checksPage(): string {
  const parts = ORDER.flatMap((severity) => {
    const rules = CATALOGUE.filter((rule) => rule.severity === severity).toSorted((a, b) => a.id.localeCompare(b.id, 'en'));
    return [`## ${WORD[severity]} (${rules.length})`, ...rules.map(section)];
  });
  const fixes = CATALOGUE.filter(({ fix }) => fix !== undefined);
  return `${['# Checks', intro(fixes.length, fixes.filter(({ fix }) => fix?.safe).length), ...parts].join('\n\n')}\n`;
}

const intro = (fixes: number, safe: number): string => `The studio looks at a definition as you edit, and \`asl-studio validate\` says the same. First the shape of the machine, as AWS checks it when a
definition is saved (\`src/checks/rules/\`, \`src/checks/definition/\`); then ${CATALOGUE.length} rules that look further (\`src/checks/catalogue/\`), listed here. ${fixes} of them
can repair what they find, ${safe} of these without changing what the workflow does or against what was plainly meant: those are behind **Fix all safe**.

An **error** is something AWS refuses or cannot run, a **warning** is likely a mistake, a **hint** is worth knowing. A rule speaks only of what the text
proves: where a path, an expression or a \`\${Placeholder}\` gives the value, it is silent. Fields that nobody knows are warnings, never errors.

This page is written from the rules: \`UPDATE_DOCS=1 npx vitest run src/checks/checksPage.test.ts\`. A rule is one file with its test beside it; the test proves its
examples, and that its fix cures the bad one.`;

function section(rule: CheckRule): string {
  const { bad, good } = exampleText(rule.example);
  const fix = rule.fix ? `\n\nFix: ${rule.fix.label}${rule.fix.safe ? ' (safe)' : ''}.` : '';
  return `### ${rule.id}\n\n**${rule.title}.** ${rule.why}${fix}\n\nInstead of\n\n\`\`\`json\n${bad}\n\`\`\`\n\nwrite\n\n\`\`\`json\n${good}\n\`\`\``;
}
