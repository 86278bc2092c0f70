import { useServices } from '../../editor/useServices.ts';
import { Button } from '../../ui/Button.tsx';
import { CodeField } from '../../ui/CodeField.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import css from './IamDialog.module.css';

interface JsonBlockProps {
  readonly title: string;
  readonly value: unknown;
  readonly fileName: string;
  readonly testId: string;
}

/** A document to take along: copied or downloaded as it stands. */
export function JsonBlock({ title, value, fileName, testId }: JsonBlockProps) {
  const { files } = useServices();
  const text = JSON.stringify(value, null, 2);
  return (
    <section className={css.block}>
      <div className={css.blockHead}>
        <h3>{title}</h3>
        <CopyButton text={text} label={`Copy the ${title.toLowerCase()}`} variant="secondary">Copy</CopyButton>
        <Button size="small" icon="download" onClick={() => void files.download(fileName, `${text}\n`)}>{`Download ${fileName}`}</Button>
      </div>
      <CodeField label={title} hideLabel value={text} readOnly footer={false} lines={[4, 18]} data-testid={testId} />
    </section>
  );
}
