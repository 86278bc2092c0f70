import { describe, expect, it } from 'vitest';
import { portRefused } from './portRefused.mjs';

describe('portRefused', () => {
  it('names the port of the error and the option that leads on', () => {
    const refused = portRefused(Object.assign(new Error('listen EACCES'), { code: 'EACCES', port: 80 }), '--aws-endpoint=8083');
    expect(refused?.message).toBe('This machine does not let you listen on port 80. Name one above 1024: npm start -- --aws-endpoint=8083');
  });
  it('leaves every other error alone', () => expect(portRefused(Object.assign(new Error('no'), { code: 'EADDRNOTAVAIL' }), '--port 7420')).toBeNull());
});
