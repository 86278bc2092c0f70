import { useServices } from '../../editor/useServices.ts';
import { Button } from '../../ui/Button.tsx';
import { CodeField } from '../../ui/CodeField.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import type { ReactNode } from 'react';
import css from './IamDialog.module.css';

interface JsonBlockProps {
  readonly title: string;
  readonly value: unknown;
  readonly fileName: string;
  readonly testId: string;
}

/** A document to take along: copied or downloaded as it stands. */
export const JsonBlock = ({ value, ...rest }: JsonBlockProps) => <TextBlock {...rest} text={JSON.stringify(value, null, 2)} language="json" />;

interface TextBlockProps extends Omit<JsonBlockProps, 'value'> {
  readonly text: string;
  readonly language: 'json' | 'text';
  /** Between the title and its buttons. */
  readonly choice?: ReactNode;
}

export function TextBlock({ title, text, language, fileName, testId, choice }: TextBlockProps) {
  const { files } = useServices();
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  return (
    <section className={css.block}>
      <div className={css.blockHead}>
        <h3>{title}</h3>
        {choice}
        <CopyButton text={text} label={`Copy the ${title.toLowerCase()}`} variant="secondary">Copy</CopyButton>
        <Button size="small" icon="download" onClick={() => void files.download(fileName, whole)}>{`Download ${fileName}`}</Button>
      </div>
      <CodeField label={title} hideLabel value={text} language={language} readOnly footer={false} lines={[4, 18]} data-testid={testId} />
    </section>
  );
}
