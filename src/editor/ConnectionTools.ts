import type { Connection, ConnectionSecrets } from '../http/connection.ts';

/** What goes with saving a connection. */
export interface SaveOptions {
  /** The ARN it had before: what is held and kept under that one moves along. */
  readonly replaces?: string;
  /** States that name `replaces` name the new ARN from now on, in one step of undo. */
  readonly follow?: boolean;
  /** Keep its secrets in this browser, encrypted; false: forget those that are kept. Absent: as it was. */
  readonly keep?: boolean;
  /** For `keep`, while the kept secrets are locked or there are none yet. */
  readonly passphrase?: string;
}

/** How the secrets stand that this browser keeps. */
export type KeptState = 'none' | 'locked' | 'open';

/** Everything about connections that only their dialogs need; loaded with the first of them. */
export interface ConnectionTools {
  /** Null, or why it was not saved: a sentence about the passphrase. Secrets absent: those in memory stay. */
  save(connection: Connection, secrets: ConnectionSecrets, options?: SaveOptions): Promise<string | null>;
  /** A copy under a new name and a made-up ARN, its secrets in memory copied along; null: there is no such connection. */
  duplicate(arn: string): Connection | null;
  /** With its secrets, tokens and grants. `replacement`: the ARN that the states which name it name from now on. */
  remove(arn: string, replacement?: string): Promise<void>;
  /** Null, or why not. */
  unlock(passphrase: string): Promise<string | null>;
  /** Without ARNs: all of them. */
  forgetKept(arns?: readonly string[]): Promise<void>;
  keptState(): KeptState;
  isKept(arn: string | null): boolean;
}
