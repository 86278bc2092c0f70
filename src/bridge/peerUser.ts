import { readFile } from 'node:fs/promises';
import { isIP, type Socket } from 'node:net';
import { ipv4Octets } from '../http/ipv4Kind.ts';
import { ipv6Groups } from '../http/ipv6Kind.ts';

/** Whose program holds the other end of a connection that never left this machine. `unknown`: this system does not tell. */
export type PeerUser = 'same' | 'other' | 'unknown';

type Ends = Pick<Socket, 'remoteAddress' | 'remotePort' | 'localAddress' | 'localPort'>;

const ESTABLISHED = '01';
const ROOT = 0;

/**
 * Linux lists every connection with the user who opened it. An end that is closed already belongs to nobody there, so only an
 * established one counts; root may, as root reads the token file anyway.
 */
export async function peerUser(socket: Ends, readTable: (name: 'tcp' | 'tcp6') => Promise<string> = fromProc): Promise<PeerUser> {
  const me = process.getuid?.();
  if (me === undefined) return 'unknown';
  try {
    const rows = `${await readTable('tcp')}\n${await readTable('tcp6').catch(() => '')}`;
    const uid = uidOf(rows, socket);
    return uid === me || uid === ROOT ? 'same' : 'other';
  } catch {
    return 'unknown';
  }
}

const fromProc = (name: 'tcp' | 'tcp6'): Promise<string> => readFile(`/proc/self/net/${name}`, 'latin1');

/** Null where no established connection has these two ends. Theirs: what is remote to us is local to them. */
function uidOf(table: string, { remoteAddress = '', remotePort, localAddress = '', localPort }: Ends): number | null {
  const [theirs, ours] = [spellings(remoteAddress, remotePort), spellings(localAddress, localPort)];
  for (const line of table.split('\n')) {
    const [, local = '', remote = '', state, , , , uid] = line.trim().split(/\s+/);
    if (state === ESTABLISHED && theirs.includes(local) && ours.includes(remote)) return Number(uid);
  }
  return null;
}

/** As the kernel prints addresses: words of 32 bits in the machine's own order of bytes. A program may reach 127.0.0.1 through a socket of IPv6. */
function spellings(address: string, port: number | undefined): readonly string[] {
  const bare = address.replace(/^::ffff:(?=\d+\.)/, '');
  const bytes = bytesOf(bare);
  if (bytes === null || port === undefined) return [];
  const text = (list: readonly number[]) => `${words(list)}:${hex(port, 4)}`;
  return isIP(bare) === 4 ? [text(bytes), text([...MAPPED, ...bytes])] : [text(bytes)];
}

const MAPPED: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];

function bytesOf(address: string): readonly number[] | null {
  return ipv4Octets(address) ?? ipv6Groups(address)?.flatMap((group) => [group >>> 8, group & 0xff]) ?? null;
}

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

function words(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const word = bytes.slice(at, at + 4);
    text += (littleEndian ? word.reverse() : word).map((byte) => hex(byte, 2)).join('');
  }
  return text;
}

const hex = (value: number, length: number): string => value.toString(16).toUpperCase().padStart(length, '0');
