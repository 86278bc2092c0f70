/** Bytes to base64 and back with what every runtime has; in chunks, because `String.fromCharCode` takes its input as arguments. */
const CHUNK = 0x8000;

/** One character per byte, U+0000 to U+00FF. */
export function binaryFromBytes(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return binary;
}

export function bytesFromBinary(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

export const base64FromBytes = (bytes: Uint8Array): string => btoa(binaryFromBytes(bytes));

/** Null where the text is not base64. */
export function bytesFromBase64(base64: string): Uint8Array | null {
  try {
    return bytesFromBinary(atob(base64));
  } catch {
    return null;
  }
}

/** Base64 of the text's UTF-8 bytes. */
export const base64FromText = (text: string): string => base64FromBytes(new TextEncoder().encode(text));
