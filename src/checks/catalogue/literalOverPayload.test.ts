import { proveRule } from '../testing/proveRule.ts';
import { literalOverPayload } from './literalOverPayload.ts';

proveRule(literalOverPayload, {
  silent: { 'what just fits': { A: { Type: 'Pass', Result: 'x'.repeat(262_142), End: true } } },
  fires: { 'letters of several bytes': { A: { Type: 'Pass', Result: 'ü'.repeat(131_072), End: true } } },
});
