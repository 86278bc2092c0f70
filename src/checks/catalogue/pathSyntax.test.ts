import { proveRule } from '../testing/proveRule.ts';
import { pathSyntax } from './pathSyntax.ts';

proveRule(pathSyntax, {
  silent: { 'a path that is filled in': { A: { Type: 'Pass', InputPath: '${Path}', End: true } }, 'null, which is legal': { A: { Type: 'Pass', InputPath: null, ResultPath: null, End: true } } },
  fires: { 'a call with a bad argument': { A: { Type: 'Pass', Parameters: { 'a.$': 'States.Format(' }, End: true } } },
});
