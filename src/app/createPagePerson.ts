import { createKeyValue } from '../services/keyValue.ts';
import { createPersonStore, type PersonStore } from '../services/personStore.ts';

/** What belongs to the person, kept in this browser. */
export const createPagePerson = (): PersonStore => createPersonStore(createKeyValue('asl-studio-person'));
