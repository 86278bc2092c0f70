export { parse } from '../../src/asl/parse.ts';
export { createChecker } from '../../src/checks/createChecker.ts';
