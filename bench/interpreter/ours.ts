export { run } from '../../src/interpreter/run.ts';
