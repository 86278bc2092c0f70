/** Only JSONata is asynchronous, so evaluators answer a plain value wherever they can and make no promise. */
export type MaybePromise<T> = T | Promise<T>;

/**
 * Continues at once with a plain value, later with a promise.
 * Not called `then`: a module with an export of that name is taken for a promise by whatever imports it dynamically.
 */
export const andThen = <A, B>(value: MaybePromise<A>, next: (value: A) => MaybePromise<B>): MaybePromise<B> =>
  value instanceof Promise ? value.then(next) : next(value);
