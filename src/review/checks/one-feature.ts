import type { Check, ReviewContext } from '../check.js';
import { locateChangedCatalogs } from '../../catalogs/locate-changed-catalogs.js';
import { classifyFile } from '../../change/classify-file.js';
import { isForAllFeatures, isTextFolder } from '../../planning/is-text.js';
import { featureNames } from '../checklist/feature-names.js';

/** A feature that a change is about: the folder and the first of its files. */
interface Touched {
  readonly folder: string;
  readonly path: string;
}

/** One thing a change: its files lie in folders of one feature and it carries one planning doc (seed 002, "scoped to one thing"). */
export const oneFeature: Check = {
  id: 'one-feature',
  section: 'Scope',
  severity: 'needs-fix',
  due: 'commit',
  async run(context) {
    const { change, judgements, snapshot } = context;
    const catalogs = await locateChangedCatalogs(change.files, snapshot);
    const folderOf = await featureFinder(context);
    const touched = new Map<string, Touched>();
    const shared: string[] = [];
    const plans: string[] = [];
    for (const { path, after } of change.files) {
      const kind = classifyFile(path);
      if (kind === 'planning' && after !== undefined) plans.push(path);
      const standing = judgements.get(path)?.standing;
      // A catalog for all features is changed with an engineer, and says all the same what the change is about.
      if (standing !== 'editable' && standing !== 'pair') continue;
      const folder = folderOf(path);
      const catalog = catalogs.get(path);
      // Of words beside other things nobody knows that they are texts.
      const isCopy =
        kind === 'copy' || (catalog !== undefined && !(catalog.byWords && catalog.format === 'unsupported'));
      const isEvents = kind === 'events' && !(folder !== undefined && isDrawn(path));
      if (isCopy || kind === 'prompts' || isEvents) shared.push(path);
      else if (folder !== undefined && kind !== 'flags' && !touched.has(nameOf(folder)))
        touched.set(nameOf(folder), { folder, path });
    }
    await addShared(shared, folderOf, touched, context);
    const features = touched.size > 1 ? await plannedFirst([...touched.values()], context) : [];
    const [, second] = features;
    if (second !== undefined) {
      const names = features.map(({ folder }) => folder).join(' and ');
      const message = `The change is about ${touched.size} features: ${names}. Send one feature at a time, so that each can be reviewed and rolled back alone.`;
      return { reports: [{ path: second.path, message }] };
    }
    const [, otherPlan] = plans;
    if (otherPlan !== undefined) {
      const message = `The change carries ${plans.length} planning docs: ${plans.join(' and ')}. Send one plan at a time.`;
      return { reports: [{ path: otherPlan, message }] };
    }
    return { reports: [] };
  },
};

/** The feature of the plan first, so that the report stands at what does not belong to it. */
async function plannedFirst(features: readonly Touched[], { plan }: ReviewContext): Promise<readonly Touched[]> {
  const path = (await plan()).plan?.path;
  const isPlanned = ({ folder }: Touched): boolean => path?.startsWith(`${folder}/`) === true;
  return features.toSorted((one, other) => Number(isPlanned(other)) - Number(isPlanned(one)));
}

type FolderOf = (path: string) => string | undefined;

/** Finds the innermost of the PM's feature folders that a file lies in; those within the plan's are the plan's. */
async function featureFinder({ asking, plan }: ReviewContext): Promise<FolderOf> {
  const folders = featureFolders(asking).sort((one, other) => other.length - one.length);
  const planned = folders.length > 1 ? (await plan()).plan?.doc.featureFolder : undefined;
  return (path) => {
    const folder = folders.find((each) => path.startsWith(`${each}/`));
    if (folder !== undefined && isForAllFeatures(path, folder)) return undefined;
    return planned !== undefined && folder?.startsWith(`${planned}/`) ? planned : folder;
  };
}

/** Without those of texts for all features (`web/locales`), which are none; what is called `analytics` may be the pages of that name. */
function featureFolders({ rows }: ReviewContext['asking']): string[] {
  return rows
    .flatMap((row) => row.featureFolders)
    .filter((folder) => !isTextFolder(folder) || classifyFile(`${folder}/any`) === 'events');
}

/** What is called after events and draws something is a page about them. */
function isDrawn(path: string): boolean {
  return /\.(?:[jt]sx|vue|svelte|astro|html?|erb|haml|slim|s?css|less)$/i.test(path);
}

/** `app/views/handovers` and `app/controllers/handover` are parts of one feature, and so are `src/app` and `src/components`, which name none. */
function nameOf(folder: string): string {
  return featureNames(folder).at(-1) ?? '';
}

/**
 * Adds the features of copy, prompts and events, which belong to the code that uses them and not to the folder they lie in. What several
 * features use is no feature of its own, and what nobody is known to use none.
 */
async function addShared(
  paths: readonly string[],
  folderOf: FolderOf,
  touched: Map<string, Touched>,
  context: ReviewContext,
): Promise<void> {
  // One feature alone cannot be too many, and a search takes its time.
  if (paths.length === 0 || new Set(featureFolders(context.asking).map(nameOf)).size < 2) return;
  const { findFeatureUsers } = await import('../uses/find-feature-users.js');
  for (const { path, users } of await findFeatureUsers(paths, context)) {
    const features = new Map(
      users.flatMap((user) => {
        const folder = folderOf(user);
        return folder === undefined ? [] : [[nameOf(folder), folder] as const];
      }),
    );
    if ([...features.keys()].some((name) => touched.has(name))) continue;
    const [first] = features;
    if (first !== undefined && features.size === 1) touched.set(first[0], { folder: first[1], path });
  }
}
