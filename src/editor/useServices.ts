import { createContext, use } from 'react';
import type { AwsClient } from '../services/awsClient.ts';
import type { Drafts } from '../services/drafts.ts';
import type { Files } from '../services/files.ts';
import type { Opening } from './opening.ts';

/** What panels ask for directly: nothing of it changes the document but through the store's actions. */
export interface PageServices extends Opening {
  readonly drafts: Drafts;
  readonly files: Files;
  /** AWS over the bridge; its code comes when it is asked for. */
  readonly aws: () => Promise<AwsClient>;
}

export const ServicesContext = createContext<PageServices | null>(null);

export function useServices(): PageServices {
  const services = use(ServicesContext);
  if (!services) throw new Error('No page services are provided above this component.');
  return services;
}
