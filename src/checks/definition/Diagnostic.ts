/** One finding as `ValidateStateMachineDefinition` words it. */
export interface Diagnostic {
  readonly severity: 'ERROR' | 'WARNING';
  readonly code: string;
  readonly message: string;
  /** `/States/X/Choices[0]/Next`; AWS leaves it out for findings about the whole machine. */
  readonly location?: string;
  /**
   * AWS refuses the definition, but the state can be evaluated all the same: a transition that leads nowhere yet,
   * a `${placeholder}` for a resource. The studio goes on and says what AWS would answer.
   */
  readonly evaluable?: boolean;
}

export const schemaError = (message: string, location: string): Diagnostic => ({
  severity: 'ERROR', code: 'SCHEMA_VALIDATION_FAILED', message, location,
});

/** The text of the `InvalidDefinition` exception. */
export function invalidDefinitionMessage(diagnostics: readonly Diagnostic[]): string {
  const parts = diagnostics.map(({ code, message, location }) => `${code}: ${message}${location === undefined ? '' : ` at ${location}`}`);
  return `Invalid State Machine Definition: '${parts.join(', ')}'`;
}
