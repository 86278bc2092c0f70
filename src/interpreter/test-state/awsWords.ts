/** A Map or Parallel that is tested without a mock; recorded. */
export const NEEDS_MOCK = 'TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]';

/** Documented, its words are not recorded. */
export const CONTEXT_NEEDS_MOCK = 'AWS takes a context object only together with a mock.';
