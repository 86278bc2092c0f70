import { generateKeyPairSync, sign } from 'node:crypto';

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const length = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const hex = (text: string) => Buffer.from(text, 'hex');
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts);
const oid = (bytes: string) => der(0x06, hex(bytes));
const utcTime = (at: Date) => der(0x17, Buffer.from(at.toISOString().replace(/^\d\d|[-:T]|\.\d+/g, '')));

const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'));
const commonName = (name: string) => sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(name)))));

/**
 * A fresh certificate for this name, signed by itself, so that no key lies in the repository. It is good for thirty days: `daysLeft`
 * below zero is expired, above thirty not valid yet. `alternativeName`: the name it is truly for, where that is not `name`; null: none.
 */
export function selfSigned(name: string, daysLeft = 1, alternativeName: string | null = name): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const end = new Date(Date.now() + daysLeft * 86_400_000);
  const alternative = alternativeName === null ? [] : [sequence(oid('551d11'), der(0x04, sequence(der(0x82, Buffer.from(alternativeName)))))]; // subjectAltName: dNSName
  const constraints = der(0x04, sequence(der(0x01, hex('ff')))); // basicConstraints: cA
  const tbs = sequence(
    der(0xa0, der(0x02, hex('02'))),
    der(0x02, hex('01')),
    ECDSA_SHA256,
    commonName(name),
    sequence(utcTime(new Date(end.getTime() - 30 * 86_400_000)), utcTime(end)),
    commonName(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...alternative, sequence(oid('551d13'), constraints))),
  );
  const signature = sign('sha256', tbs, privateKey);
  const certificate = sequence(tbs, ECDSA_SHA256, der(0x03, Buffer.from([0]), signature));
  const base64 = certificate.toString('base64').replace(/.{64}/g, '$&\n');
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n` };
}
