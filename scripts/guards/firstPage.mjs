// The size budget. size-limit measures files by name; which files the first page needs only the build knows
// (dist/first-page.json, written by scripts/build/firstPageReport.ts), so this reads that.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** @returns {{ lines: string[], problems: string[] }} */
export function checkFirstPage(root, budget) {
  const reportPath = join(root, 'dist/first-page.json');
  if (!existsSync(reportPath)) return { lines: [], problems: ['There is no build to weigh: run npm run build first.'] };
  const report = JSON.parse(readFileSync(reportPath, 'utf8'));
  // A worker without which the canvas stays empty counts too, although nothing imports it.
  const also = report.later.filter((file) => file.endsWith('.js') && budget.also.some((name) => file.toLowerCase().includes(name)));
  const sizes = [...report.first.map((item) => item.file), ...also].map((file) => ({ file, size: gzipSync(readFileSync(join(root, report.folder, file)), { level: 9 }).length }));
  const total = sizes.reduce((sum, item) => sum + item.size, 0);
  const problems = report.first.flatMap(({ file, packages }) => packages.filter((name) => budget.never.includes(name)).map((name) => `${name} is in ${file}, which the first page loads: put it behind import() or in a worker.`));
  problems.push(...preloadProblems(root, report));
  if (total > budget.limitKb * 1000) problems.push(`The first page weighs ${kb(total)} (gzip), more than the ${budget.limitKb} kB of scripts/guards/firstPage.json.`);
  const lines = sizes.toSorted((a, b) => b.size - a.size).map(({ file, size }) => `${kb(size).padStart(10)}  ${file}`);
  return { lines: [...lines, `${kb(total).padStart(10)}  together, of ${budget.limitKb} kB`], problems };
}

/** Preloading a lazy chunk would fetch it with the first page after all. */
function preloadProblems(root, report) {
  const html = readFileSync(join(root, report.folder, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:href|src)="\.?\/?([^"]+\.(?:js|css))"/g)].map((match) => match[1]);
  const first = new Set(report.first.map((item) => item.file));
  const problems = named.filter((file) => !first.has(file)).map((file) => `index.html loads ${file}, which the first page does not need.`);
  if (/<script(?![^>]*\ssrc=)[^>]*>/.test(html)) problems.push('index.html holds an inline script, which the content security policy refuses.');
  return problems;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const budget = JSON.parse(readFileSync(join(REPOSITORY, 'scripts/guards/firstPage.json'), 'utf8'));
  const { lines, problems } = checkFirstPage(REPOSITORY, budget);
  for (const line of [...lines, ...problems]) console.log(line);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
