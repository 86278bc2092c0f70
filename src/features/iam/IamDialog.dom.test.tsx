import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createEditorStore, type EditorStore } from '../../editor/createEditorStore.ts';
import { memoryServices } from '../../editor/testing/memoryServices.ts';
import { EditorContext } from '../../editor/useEditor.ts';
import { type PageServices, ServicesContext } from '../../editor/useServices.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { IamDialog } from './IamDialog.tsx';

beforeAll(() => { vi.stubGlobal('ResizeObserver', class { observe(): void { /* No sizes. */ } disconnect(): void { /* No sizes. */ } unobserve(): void { /* No sizes. */ } }); });
afterAll(() => { vi.unstubAllGlobals(); });
afterEach(cleanup);

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:ship';
const TEXT = JSON.stringify({
  StartAt: 'Read', States: {
    Read: { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:getItem', Parameters: { TableName: 'orders', Key: {} }, Next: 'Ship' },
    Ship: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: FUNCTION }, Next: 'Later' },
    Later: { Type: 'Task', Resource: '${Fn}', End: true },
  },
}, null, 2);

function open(tab: 'policy' | 'check' | 'denial'): EditorStore {
  // Nothing is downloaded or opened here, which is all that the dialog asks these services for.
  const page = {} as PageServices;
  const store = createEditorStore(memoryServices(), { text: TEXT, name: 'order', draftId: 'draft' });
  store.getState().actions.showDialog({ kind: 'iam', tab });
  render(<ServicesContext value={page}><EditorContext value={store}><TooltipProvider><IamDialog tab={tab} /></TooltipProvider></EditorContext></ServicesContext>);
  return store;
}

const textOf = (id: string): string => screen.getByTestId<HTMLTextAreaElement>(id).value;

describe('the IAM dialog', () => {
  it('has a statement for each need, says what it cannot know, and goes to a state that is chosen', () => {
    const store = open('policy');
    const parts = within(screen.getByTestId('iam.parts')).getAllByRole('listitem');
    expect(parts.map((part) => part.textContent)).toEqual([expect.stringContaining('Amazon DynamoDB: GetItem'), expect.stringContaining('AWS Lambda: InvokeFunction')]);
    expect(screen.getByTestId('iam.remarks').textContent).toContain('filled in when the workflow is deployed (${Fn})');
    fireEvent.click(screen.getByTestId('iam.state.Ship'));
    expect(store.getState()).toMatchObject({ selected: ['Ship'], dialog: null });
  });

  it('keeps whether there are logs with the workflow, and writes the role in three forms', () => {
    const store = open('policy');
    fireEvent.click(screen.getByTestId('iam.logging'));
    expect(store.getState().settings.workflows['draft']).toMatchObject({ logging: true });
    expect(textOf('iam.policy')).toContain('logs:CreateLogDelivery');
    fireEvent.click(screen.getByRole('radio', { name: 'CloudFormation' }));
    expect(textOf('iam.policy')).toContain('Type: AWS::IAM::Role');
    fireEvent.click(screen.getByRole('radio', { name: 'Terraform' }));
    expect(textOf('iam.policy')).toContain('resource "aws_iam_role" "order"');
    expect(store.getState().text).toBe(TEXT);
  });

  it('says state by state what a pasted role may do', () => {
    open('check');
    fireEvent.change(screen.getByTestId('iam.check.policies'), { target: { value: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' }] }) } });
    expect(screen.getByTestId('iam.check.result').textContent).toContain('1 of 3 states would be refused.');
    const rows = within(screen.getByTestId('iam.check.states')).getAllByRole('listitem');
    expect(rows.map((row) => row.dataset['verdict'])).toEqual(['allowed', 'missing', 'unknown']);
    expect(rows[1]?.textContent).toContain(FUNCTION);
  });

  it('explains a denial with the state and the statement it is about', () => {
    open('denial');
    fireEvent.change(screen.getByTestId('iam.denial.text'), { target: { value: `User: arn:aws:sts::123456789012:assumed-role/Flow/x is not authorized to perform: lambda:InvokeFunction on resource: ${FUNCTION}` } });
    expect(screen.getByTestId('iam.denial.says').textContent).toContain(`AWS refused lambda:InvokeFunction on ${FUNCTION} to the role Flow.`);
    expect(JSON.parse(textOf('iam.denial.missing'))).toEqual({ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: FUNCTION });
    expect(screen.getByTestId('iam.state.Ship')).toBeTruthy();
    fireEvent.change(screen.getByTestId('iam.denial.text'), { target: { value: 'States.Timeout' } });
    expect(screen.queryByTestId('iam.denial.missing')).toBeNull();
  });
});
