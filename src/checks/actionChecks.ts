import type { Catalog } from '../catalog/createCatalog.ts';
import type { CatalogReader } from '../catalog/createCatalogReader.ts';
import type { ServiceShapes } from '../catalog/readShapes.ts';
import { indexStates } from '../asl/states.ts';
import type { Tree } from '../asl/tree.ts';
import type { MaybePromise } from '../lib/MaybePromise.ts';
import type { Problem } from './problem.ts';
import { actionMembers } from './rules/actions/actionMembers.ts';
import { actionNames } from './rules/actions/actionNames.ts';
import { sdkResource } from './rules/actions/taskResource.ts';

export interface ActionChecks {
  /** What is wrong with the calls of AWS SDK integrations. At once when all that is needed has been loaded; nothing where it cannot be. */
  readonly check: (tree: Tree) => MaybePromise<readonly Problem[]>;
}

export function createActionChecks(reader: Pick<CatalogReader, 'catalog' | 'shapes'>): ActionChecks {
  const shapes = new Map<string, ServiceShapes>();
  let catalog: Catalog | undefined;

  const load = async (services: readonly string[]): Promise<void> => {
    catalog ??= await reader.catalog();
    const known = catalog;
    await Promise.all(
      services.filter((name) => !shapes.has(name) && known?.service(name)?.knowledge === 'shapes').map(async (name) => {
        const loaded = await reader.shapes(name);
        if (loaded) shapes.set(name, loaded);
      }),
    );
  };
  const isLoaded = (services: readonly string[]): boolean => catalog !== undefined && services.every((name) => shapes.has(name) || catalog?.service(name)?.knowledge !== 'shapes');
  const find = (tree: Tree): readonly Problem[] => (catalog ? actionProblems(tree, catalog, (name) => shapes.get(name)) : []);
  return {
    check(tree) {
      const services = servicesIn(tree);
      if (services.length === 0) return [];
      return isLoaded(services) ? find(tree) : load(services).then(() => find(tree));
    },
  };
}

function servicesIn(tree: Tree): readonly string[] {
  if (tree.problems.some(({ fatal }) => fatal)) return [];
  return [...new Set(indexStates(tree).all.flatMap((state) => sdkResource(state)?.service ?? []))];
}

function actionProblems(tree: Tree, catalog: Catalog, shapesOf: (service: string) => ServiceShapes | undefined): readonly Problem[] {
  return indexStates(tree).all.flatMap((state) => {
    const resource = sdkResource(state);
    if (!resource) return [];
    const request = shapesOf(resource.service)?.request(resource.action);
    return [...actionNames(state, resource, catalog), ...(request ? actionMembers(state, request, `${resource.service}:${resource.action}`) : [])];
  });
}
