/** An error of one of AWS's own functions, in the shape jsonata's own errors have. */
export class JsonataProblem extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
