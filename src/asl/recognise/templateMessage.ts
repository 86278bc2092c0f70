import type { EmbeddedMachine, TemplateFlavour } from './Recognised.ts';

const NAMES: { readonly [F in TemplateFlavour]: string } = {
  SAM: 'a SAM template',
  CloudFormation: 'a CloudFormation template',
  'Serverless Framework': 'a Serverless Framework file',
  'AWS CLI': 'an answer of the AWS CLI',
};

/** What the file is, where its state machine stands, and what to do next. */
export function templateMessage(flavour: TemplateFlavour, machines: readonly EmbeddedMachine[]): string {
  const what = `This is ${NAMES[flavour]}, not a definition.`;
  const [first] = machines;
  if (!first) return `${what} It holds no state machine: open a template with an AWS::Serverless::StateMachine or AWS::StepFunctions::StateMachine resource.`;
  if (machines.length > 1) return `${what} It holds ${machines.length} state machines: ${machines.map((machine) => `${machine.name} (line ${machine.line})`).join(', ')}. Copy the definition of the one you want and paste it on the canvas.`;
  const place = `line ${first.line}, ${first.where}`;
  if (first.file !== undefined) return `${what} Its state machine ${first.name} stands in another file, ${first.file} (${place}): open that file.`;
  if (first.text !== undefined) return `${what} Its state machine ${first.name} stands on ${place}: choose it to open a copy.`;
  return `${what} Its state machine ${first.name} stands on ${place}, in a form that cannot be read yet: convert it to JSON and open that.`;
}
