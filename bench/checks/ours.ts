export { reparse } from '../../src/asl/reparse.ts';
export { createChecker } from '../../src/checks/createChecker.ts';
