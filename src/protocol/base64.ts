// Lives in lib, because `http` needs it for Basic authentication; page and bridge find it here.
export { base64FromBytes, bytesFromBase64 } from '../lib/base64.ts';
