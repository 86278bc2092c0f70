/** Why the browser's storage did not do what was asked. `message` says what it means for the person and what to do next. */
export interface StorageProblem {
  readonly kind: 'full' | 'blocked' | 'corrupt' | 'newer' | 'missing' | 'failed';
  readonly message: string;
  /** What was found and could not be read: kept aside, and here to be downloaded. */
  readonly kept?: KeptAside;
  readonly cause?: unknown;
}

export interface KeptAside {
  readonly fileName: string;
  readonly text: string;
}

/** Foreign exceptions of IndexedDB as one of our values. */
export function storageProblem(thrown: unknown): StorageProblem {
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
  if (name === 'QuotaExceededError') {
    return {
      kind: 'full',
      message: "The browser's storage for this address is full, so the last changes are not saved. Download the workflow, then delete old drafts or free disk space.",
      cause: thrown,
    };
  }
  if (name === 'SecurityError' || name === 'InvalidStateError' || name === 'ReferenceError' || name === 'VersionError') {
    return {
      kind: 'blocked',
      message: 'The browser does not let this page store anything (a private window or blocked site data), so changes are lost when the tab closes. Download the workflow, or allow site data for this address.',
      cause: thrown,
    };
  }
  const said = thrown instanceof Error && thrown.message !== '' ? `: ${thrown.message}` : '';
  return { kind: 'failed', message: `The browser could not store or read the data${said}. Download the workflow, then reload the page.`, cause: thrown };
}
