import { proveRule } from '../testing/proveRule.ts';
import { sdk } from '../examples.ts';
import { hardCodedSecret } from './hardCodedSecret.ts';

proveRule(hardCodedSecret, {
  silent: {
    'a placeholder': { A: { Type: 'Pass', Result: { password: '${Password}' }, End: true } },
    'the name of a secret': { A: sdk('secretsmanager:getSecretValue', { Parameters: { SecretId: 'prod/shop/api-key' } }) },
    'a sentence': { A: { Type: 'Pass', Result: { secret: 'ask your administrator' }, End: true } },
  },
  fires: { 'a token in a Pass': { A: { Type: 'Pass', Result: { note: 'ghp_0123456789abcdefghijABCDEFGHIJ012345' }, End: true } } },
});
