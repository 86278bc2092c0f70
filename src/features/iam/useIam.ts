import { useEffect, useMemo, useState } from 'react';
import type { Tree } from '../../asl/tree.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { selectWorkflowSettings } from '../../editor/workflowSettings.ts';
import { placeholderMachineArn } from '../../iam/arn.ts';
import { machinePolicy, type MachinePolicy } from '../../iam/machinePolicy.ts';
import { servicesIn, type IamFacts } from '../../iam/needs/machineNeeds.ts';

const NO_ARNS: { readonly [local: string]: string } = {};
const NO_FACTS: IamFacts = new Map();

export interface Iam {
  readonly region: string;
  readonly machineArn: string;
  /** The machine's ARN was not given: a placeholder stands for it. */
  readonly placeholder: boolean;
  readonly arns: { readonly [local: string]: string };
  readonly logging: boolean;
  readonly tracing: boolean;
  readonly policy: MachinePolicy;
  /** What IAM knows of the services is still being fetched: remarks may go. */
  readonly loading: boolean;
}

/** What the workflow needs of IAM, from the document as it stands and what the person filled in. */
export function useIam(): Iam {
  const tree = useEditor((s) => s.goodTree);
  const name = useEditor((s) => s.name);
  const region = useEditor((s) => s.settings.region);
  const { stateMachineArn, arns = NO_ARNS, logging = false, tracing = false } = useEditor(selectWorkflowSettings);
  const facts = useFacts(tree);
  const machineArn = stateMachineArn ?? placeholderMachineArn(name, region);
  const placeholder = stateMachineArn === undefined;
  const policy = useMemo(
    () => machinePolicy(tree, { region, stateMachineArn: machineArn, placeholder, arns, logging, tracing }, facts ?? NO_FACTS),
    [tree, region, machineArn, placeholder, arns, logging, tracing, facts],
  );
  return { region, machineArn, placeholder, arns, logging, tracing, policy, loading: facts === null };
}

/** What IAM knows of the services that the definition calls; null until it is there. A service that cannot be had is left out. */
function useFacts(tree: Tree): IamFacts | null {
  const services = useMemo(() => servicesIn(tree).join(' '), [tree]);
  const [fetched, setFetched] = useState<{ readonly services: string; readonly facts: IamFacts }>({ services: '', facts: NO_FACTS });
  useEffect(() => {
    let wanted = true;
    void fetchFacts(services.split(' ').filter((service) => service !== '')).then((facts) => wanted && setFetched({ services, facts }));
    return () => {
      wanted = false;
    };
  }, [services]);
  return services === '' ? NO_FACTS : fetched.services === services ? fetched.facts : null;
}

async function fetchFacts(services: readonly string[]): Promise<IamFacts> {
  if (services.length === 0) return NO_FACTS;
  const { pageCatalog } = await import('../../services/pageCatalog.ts');
  const files = await Promise.all(services.map((service) => pageCatalog().iam(service)));
  return new Map(services.flatMap((service, at) => (files[at] ? [[service, files[at]] as const] : [])));
}
