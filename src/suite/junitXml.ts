import { failureLines } from './failureLines.ts';
import type { TestResult } from './TestResult.ts';

export interface JunitSuite {
  /** The tests file. */
  readonly name: string;
  readonly results: readonly { readonly result: TestResult; readonly seconds: number }[];
  /** Why no test of it could be run. */
  readonly problems: readonly string[];
}

/** JUnit XML as CI servers read it: one `testsuite` a file. */
export function junitXml(suites: readonly JunitSuite[]): string {
  const all = suites.map(suiteCounts);
  const sum = (key: 'tests' | 'failures' | 'errors' | 'skipped' | 'seconds'): number => all.reduce((total, counts) => total + counts[key], 0);
  const head = `<testsuites name="asl-studio" tests="${sum('tests')}" failures="${sum('failures')}" errors="${sum('errors')}" skipped="${sum('skipped')}" time="${sum('seconds').toFixed(3)}">`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...suites.flatMap(suiteLines), '</testsuites>', ''].join('\n');
}

function suiteCounts({ results, problems }: JunitSuite) {
  const count = (status: TestResult['status']): number => results.filter(({ result }) => result.status === status).length;
  return {
    tests: results.length + problems.length, failures: count('failed'), errors: count('not-run') + problems.length, skipped: count('skipped'),
    seconds: results.reduce((total, { seconds }) => total + seconds, 0),
  };
}

function suiteLines(suite: JunitSuite): readonly string[] {
  const { tests, failures, errors, skipped, seconds } = suiteCounts(suite);
  return [
    `  <testsuite name="${escaped(suite.name)}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}" time="${seconds.toFixed(3)}">`,
    ...suite.problems.map((problem) => `    <testcase name="reading the file" classname="${escaped(suite.name)}" time="0.000"><error message="${escaped(problem)}"/></testcase>`),
    ...suite.results.flatMap(({ result, seconds: took }) => caseLines(suite.name, result, took)),
    '  </testsuite>',
  ];
}

function caseLines(file: string, result: TestResult, seconds: number): readonly string[] {
  const open = `    <testcase name="${escaped(result.name)}" classname="${escaped(file)}" time="${seconds.toFixed(3)}"`;
  if (result.status === 'passed') return [`${open}/>`];
  if (result.status === 'skipped') return [`${open}><skipped message="${escaped(result.skip ?? '')}"/></testcase>`];
  const tag = result.status === 'failed' ? 'failure' : 'error';
  const text = result.failures.flatMap(failureLines).join('\n');
  return [`${open}>`, `      <${tag} message="${escaped(result.failures.map(({ message }) => message).join(' '))}">${escaped(text)}</${tag}>`, '    </testcase>'];
}

/** XML 1.0 has no place for most control characters and lone surrogates, escaped or not. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const escaped = (text: string): string =>
  text.replace(UNWRITABLE, '\uFFFD').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
