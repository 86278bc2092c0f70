// What npm start understands. No file but this knows how its arguments are spelled.
import { parseArgs } from 'node:util';

export const DEFAULT_PORT = 7420;
/** Step Functions Local listens here, so scripts written for it need no change but the key. */
export const AWS_PORT = 8083;

export const USAGE = `Usage: npm start [-- OPTIONS]

  --port N               the port to start at (${DEFAULT_PORT}); when it is taken, the next free one
  --aws-endpoint[=N]     also answers the AWS API (TestState, ValidateStateMachineDefinition) on port N (${AWS_PORT}) of this machine, for
                         the AWS CLI and every SDK; prints the access key id that callers need
  --allow ORIGIN         an origin that HTTP tasks tested at that endpoint may call, such as http://127.0.0.1:4010; may be repeated
  --connections FILE     connections of those HTTP tasks: a JSON list of EventBridge CreateConnection inputs, each with its ConnectionArn
  --sign-endpoint URL    an endpoint that is not AWS's and still gets requests signed with your AWS credentials; may be repeated
  --help                 this text

ASL_STUDIO_NO_BROWSER=1 opens no browser, ASL_STUDIO_HOME=DIR keeps the token elsewhere.
`;

const OPTIONS = /** @type {const} */ ({
  port: { type: 'string' },
  'aws-endpoint': { type: 'string' },
  allow: { type: 'string', multiple: true },
  connections: { type: 'string' },
  'sign-endpoint': { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
});

/**
 * @param {readonly string[]} args
 * @returns {{ help: true } | { problem: string } | { port: number, awsEndpoint: number | null, allow: string[], connections: string | null, signEndpoints: string[] }}
 */
export function readStartOptions(args) {
  let values;
  try {
    // The value of --aws-endpoint may be left out, which parseArgs has no word for.
    ({ values } = parseArgs({ args: args.map((arg) => (arg === '--aws-endpoint' ? `--aws-endpoint=${AWS_PORT}` : arg)), options: OPTIONS, strict: true, allowPositionals: false }));
  } catch (error) {
    return { problem: error.message };
  }
  if (values.help) return { help: true };
  const [port, awsEndpoint] = [values.port ?? String(DEFAULT_PORT), values['aws-endpoint'] ?? null];
  for (const text of [port, awsEndpoint]) if (text !== null && !isPort(text)) return { problem: `"${text}" is no port.` };
  if (awsEndpoint === null && (values.allow || values.connections)) return { problem: '--allow and --connections are for the endpoint of --aws-endpoint.' };
  return { port: Number(port), awsEndpoint: awsEndpoint === null ? null : Number(awsEndpoint), allow: values.allow ?? [], connections: values.connections ?? null, signEndpoints: values['sign-endpoint'] ?? [] };
}

const isPort = (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
