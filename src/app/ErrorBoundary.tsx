import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import css from './ErrorBoundary.module.css';

interface Props {
  /** What stopped, as the person knows it: `The canvas`. */
  readonly what: string;
  readonly children: ReactNode;
}

/** One per panel: a programmer's mistake in one of them leaves the document and the other panels working. */
export class ErrorBoundary extends Component<Props, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(`${this.props.what} stopped.`, error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div className={css.stopped} role="alert">
        <strong>{this.props.what} stopped because of a mistake in ASL Studio.</strong>
        <span>Your document is safe and kept in this browser. {error.message}</span>
        <Button onClick={() => this.setState({ error: null })}>Show it again</Button>
      </div>
    );
  }
}
