import type { Check, ReviewContext } from '../check.js';
import { classifyFile } from '../../change/classify-file.js';

/** One thing a change: its files lie in one feature folder and it carries one planning doc (seed 002, "scoped to one thing"). */
export const oneFeature: Check = {
  id: 'one-feature',
  section: 'Scope',
  severity: 'needs-fix',
  due: 'commit',
  async run(context) {
    const { change, asking, judgements } = context;
    const folders = asking.rows.flatMap((row) => row.featureFolders);
    const touched = new Map<string, string>();
    const shared: string[] = [];
    const plans: string[] = [];
    for (const { path, after } of change.files) {
      const kind = classifyFile(path);
      if (kind === 'planning' && after !== undefined) plans.push(path);
      const folder = longest(folders.filter((each) => path.startsWith(`${each}/`)));
      if (folder === undefined || judgements.get(path)?.standing !== 'editable') continue;
      if (kind === 'copy' || kind === 'prompts' || kind === 'events') shared.push(path);
      else if (kind !== 'flags' && !touched.has(folder)) touched.set(folder, path);
    }
    for (const [folder, path] of await featuresOf(shared, folders, touched, context)) touched.set(folder, path);
    const [, second] = [...touched];
    if (second !== undefined) {
      const names = [...touched.keys()].join(' and ');
      const message = `The change is about ${touched.size} features: ${names}. Send one feature at a time, so that each can be reviewed and rolled back alone.`;
      return { reports: [{ path: second[1], message }] };
    }
    const [, otherPlan] = plans;
    if (otherPlan !== undefined) {
      const message = `The change carries ${plans.length} planning docs: ${plans.join(' and ')}. Send one plan at a time.`;
      return { reports: [{ path: otherPlan, message }] };
    }
    return { reports: [] };
  },
};

/**
 * The features of copy, prompts and events, which belong to the code that uses them and not to the folder they lie in. What several
 * features use is no feature of its own, and what nobody is known to use none.
 */
async function featuresOf(
  paths: readonly string[],
  folders: readonly string[],
  known: ReadonlyMap<string, string>,
  context: ReviewContext,
): Promise<ReadonlyMap<string, string>> {
  // One feature alone cannot be too many, and a search takes its time.
  if (paths.length === 0 || new Set(folders).size < 2) return new Map();
  const { findFeatureUsers } = await import('../uses/find-feature-users.js');
  const found = new Map<string, string>();
  for (const { path, users } of await findFeatureUsers(paths, context)) {
    const features = new Set(
      users.flatMap((user) => longest(folders.filter((each) => user.startsWith(`${each}/`))) ?? []),
    );
    if ([...features].some((folder) => known.has(folder) || found.has(folder))) continue;
    const [first] = features;
    if (first !== undefined && features.size === 1) found.set(first, path);
  }
  return found;
}

function longest(folders: readonly string[]): string | undefined {
  return [...folders].sort((one, other) => other.length - one.length)[0];
}
