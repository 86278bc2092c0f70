import { Command, CommanderError } from 'commander';
import { conformanceCommand } from './conformanceCommand.ts';
import { evaluateHere, type Evaluate } from './evaluate.ts';
import { CannotRead, type Io } from './io.ts';
import { layoutCommand } from './layoutCommand.ts';
import { runCommand, type RunOptions } from './runCommand.ts';
import { testStateCommand } from './testStateCommand.ts';
import { validateCommand } from './validateCommand.ts';

/** Bad arguments, a file that cannot be read, and what is not built yet. */
const USAGE = 2;

/** Runs one command; answers the exit code. */
export async function runCli(args: readonly string[], io: Io, evaluate: Evaluate = evaluateHere): Promise<number> {
  let code = 0;
  const program = createProgram(io, evaluate, (exit) => (code = exit));
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (thrown) {
    // commander has said it already, usage included.
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : USAGE;
    if (!(thrown instanceof CannotRead)) throw thrown;
    io.err(`${thrown.message}\n`);
    return USAGE;
  }
}

function createProgram(io: Io, evaluate: Evaluate, exit: (code: number) => void): Command {
  const program = new Command('asl-studio').description('Tests, checks and draws AWS Step Functions definitions. FILE may be - for standard input.');
  const command = (text: string, description: string): Command => program.command(text).description(description);

  program.exitOverride().showHelpAfterError(true).configureOutput({ writeOut: io.out, writeErr: io.err });
  command('test-state', 'answers a TestState request as AWS does; HTTP tasks are really sent')
    .argument('<file>', 'JSON: {request, connections?, policies?, region?}')
    .option('--exchange', 'prints {response, exchange}: also what was sent and received (secrets only with "revealSecrets": true in the request)')
    .action(async (file: string, options: { exchange?: boolean }) => exit(await testStateCommand(io, file, options, evaluate)));
  command('validate', 'problems of definitions; exit code 1 where there are errors')
    .argument('<files...>')
    .option('--json', 'prints [{file, diagnostics: [{severity, code, message, pointer, line, column}]}]')
    .action(async (files: string[], options: { json?: boolean }) => exit(await validateCommand(io, files, options)));
  command('layout', 'prints where the states of a definition are drawn')
    .argument('<file>')
    .action(async (file: string) => exit(await layoutCommand(io, file)));
  command('conformance', "writes the interpreter's answers to recorded cases")
    .requiredOption('--cases <dir>', 'folder with the cases')
    .requiredOption('--out <file>', 'where the answers go')
    .action(async (options: { cases: string; out: string }) => exit(await conformanceCommand(io, options)));
  command('run', 'runs a definition in virtual time, without network; prints {status, output, error, cause, history}')
    .argument('<file>')
    .option('--input <file>', 'JSON input; {} where absent')
    .option('--mocks <file>', 'answers of tasks: {"State": {"result": …}} or {"State": [{"errorOutput": {"error": …}}, {"result": …}]}')
    .option('--region <name>', 'where it runs: in ARNs of the context object and of events', 'us-east-1')
    .action(async (file: string, options: RunOptions) => exit(await runCommand(io, file, options, evaluate)));
  command('test', 'not supported yet: saved tests')
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => {
      io.err('not supported yet: saved tests. "test-state" tests a single state, "run" runs a definition.\n');
      exit(USAGE);
    });
  return program;
}
