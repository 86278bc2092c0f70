/** A Map or Parallel that is tested without a mock; recorded. */
export const NEEDS_MOCK = 'TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]';

/** Documented, its words are not recorded. */
export const CONTEXT_NEEDS_MOCK = 'AWS takes a context object only together with a mock.';

/** All of these: test-state.md sections 10 and 11. */
export const COUNT_NEEDS_MOCK = 'TestState does not support MapIterationFailureCount when a mock is not specified.';
export const READER_DATA_MISSING = 'ItemReader data must be specified when testing a Map state with ItemReader specified.';
export const REVEAL_WITH_MOCK = 'TestState does not support RevealSecrets when a mock is specified.';
