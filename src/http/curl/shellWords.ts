import type { Result } from '../../lib/Result.ts';
import { bashWords } from './bashWords.ts';
import { cmdWords, powerShellWords } from './windowsWords.ts';
import type { CurlProblem, Words } from './words.ts';

/**
 * Splits a command as the shell it was written for would. Lines continued by a backslash are bash's, by a caret cmd's, by a
 * backtick PowerShell's; browsers' copies for cmd begin their URL with a caret. What stands in '…' says nothing about the shell.
 */
export function shellWords(command: string): Result<Words, CurlProblem> {
  if (/\\\r?\n/.test(command)) return bashWords(command);
  const bare = command.replace(/'[^']*'/g, '');
  if (/^\s*curl(\.exe)?\s+\^"/i.test(command) || /\s\^\r?\n/.test(bare)) return cmdWords(command);
  return /\s`[ \t]*\r?\n/.test(bare) ? powerShellWords(command) : bashWords(command);
}
