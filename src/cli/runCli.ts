import { Command, CommanderError, Option } from 'commander';
import { conformanceCommand } from './conformanceCommand.ts';
import { evaluateHere, type Evaluate } from './evaluate.ts';
import { CannotRead, type Io } from './io.ts';
import { initCommand } from './initCommand.ts';
import { layoutCommand } from './layoutCommand.ts';
import { exportMocks, importMocks } from './mocksCommand.ts';
import { POLICY_FORMATS, policyCommand, type PolicyOptions } from './policyCommand.ts';
import { ownVersion } from './ownVersion.ts';
import { runCommand, type RunOptions } from './runCommand.ts';
import { testCommand, type TestOptions } from './testCommand.ts';
import { testStateCommand } from './testStateCommand.ts';
import { toJsonataCommand, type ToJsonataOptions } from './toJsonataCommand.ts';
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
  const command: AddCommand = (text, description) => program.command(text).description(description);

  program.version(ownVersion(), '-V, --version', 'prints the version').exitOverride().showHelpAfterError(true).configureOutput({ writeOut: io.out, writeErr: io.err });
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
  command('to-jsonata', 'prints a definition with its JSONPath states as JSONata; exit code 1 where one stays as it is')
    .argument('<file>')
    .option('--state <name>', 'only this state; may be repeated', repeated)
    .action(async (file: string, options: ToJsonataOptions) => exit(await toJsonataCommand(io, file, options)));
  command('conformance', "writes the interpreter's answers to recorded cases")
    .requiredOption('--cases <dir>', 'folder with the cases')
    .requiredOption('--out <file>', 'where the answers go')
    .action(async (options: { cases: string; out: string }) => exit(await conformanceCommand(io, options)));
  command('run', 'runs a definition in virtual time, without network; prints {status, output, error, cause, history}')
    .argument('<file>')
    .option('--input <file>', 'JSON input; {} where absent')
    .option('--mocks <file>', 'answers of tasks: {"State": {"result": …}} or {"State": [{"errorOutput": {"error": …}}, {"result": …}]}')
    .option('--case <name>', 'where --mocks is a MockConfigFile.json: which of its test cases')
    .option('--region <name>', 'where it runs: in ARNs of the context object and of events', 'us-east-1')
    .option('--substitute <name=value>', 'what a deployment fills in for ${NAME}; may be repeated', repeated)
    .action(async (file: string, options: RunOptions) => exit(await runCommand(io, file, options, evaluate)));
  addPolicyCommand(command, io, exit);
  addTestCommands(command, io, evaluate, exit);
  return program;
}

/** An option that may stand several times. */
const repeated = (value: string, all: readonly string[] | undefined): readonly string[] => [...(all ?? []), value];

function addPolicyCommand(command: AddCommand, io: Io, exit: (code: number) => void): void {
  command('policy', 'prints the least that the execution role of a definition must allow; what no policy says goes to standard error')
    .argument('<file>')
    .addOption(new Option('--format <form>', 'the policy alone, or a whole role').choices(POLICY_FORMATS).default('json'))
    .option('--region <name>', 'where it runs: in the ARNs of what it calls', 'us-east-1')
    .option('--arn <arn>', 'of the state machine; without it names and account are placeholders')
    .option('--logs', 'the machine writes logs to CloudWatch Logs')
    .option('--traces', 'the machine sends traces to X-Ray')
    .action(async (file: string, options: PolicyOptions) => exit(await policyCommand(io, file, options)));
}

type AddCommand = (text: string, description: string) => Command;

function addTestCommands(command: AddCommand, io: Io, evaluate: Evaluate, exit: (code: number) => void): void {
  command('test', 'runs saved tests (NAME.tests.json beside NAME.asl.json or .yaml); exit code 1 where one does not hold')
    .argument('[files...]', 'tests files, definitions with tests beside them, folders or globs; this folder where absent')
    .option('--filter <text>', 'only tests with this in their name')
    .option('--junit <file>', 'also writes the results as JUnit XML')
    .option('--coverage', 'says which states, Choice rules, Retry and Catch entries no test came by')
    .option('--as-aws', 'tests of states are refused where AWS refuses them')
    .option('--allow <origin>', 'HTTP tasks without a mock are sent to this origin, nothing elsewhere; may be repeated', repeated)
    .option('--secrets <file>', 'connections for --allow: {"connections": [CreateConnection input plus ConnectionArn]}; or in the environment, ASL_STUDIO_SECRETS')
    .action(async (files: string[], options: TestOptions) => exit(await testCommand(io, files, options, evaluate)));
  command('init', 'writes a GitHub Actions workflow and a first tests file beside each definition; nothing is overwritten')
    .argument('[definitions...]', 'all *.asl.json and *.asl.yaml below this folder where absent')
    .option('--force', 'overwrites what is there')
    .action(async (files: string[], options: { force?: boolean }) => exit(await initCommand(io, files, options, evaluate)));
  command('import-mocks', 'prints a MockConfigFile.json of Step Functions Local as a tests file')
    .argument('<file>')
    .option('--machine <name>', 'which of its state machines')
    .action(async (file: string, options: { machine?: string }) => exit(await importMocks(io, file, options)));
  command('export-mocks', 'prints the mocks of a tests file as MockConfigFile.json of Step Functions Local')
    .argument('<file>')
    .option('--machine <name>', 'the name of the state machine in it', 'StateMachine')
    .action(async (file: string, options: { machine?: string }) => exit(await exportMocks(io, file, options)));
}
