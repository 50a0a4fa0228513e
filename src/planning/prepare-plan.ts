import { fold } from '../policy/fold.js';
import { slugify } from '../text/slugify.js';
import { fillPlanTemplate, type PlanTemplateValues } from './plan-template.js';

export interface PlanLocation {
  /** From the root, `/`-separated; leading `./` and trailing slashes are dropped. */
  readonly folder: string;
  readonly title: string;
  /** Every path there is, so that none is written over; also a path that differs only in case counts as taken. */
  readonly taken: Iterable<string>;
  /** Does the Planning docs setting know this path as a planning doc? */
  readonly isPlanningDoc: (path: string) => boolean;
}

export type PreparedPlan = { readonly path: string; readonly text: string } | { readonly problem: string };

/**
 * Decides what `pm-zone plan` writes and where; writes nothing. Whoever writes it must refuse an existing file (flag `wx`): one
 * may have come since the paths were listed.
 */
export function preparePlan(
  values: PlanTemplateValues,
  place: Pick<PlanLocation, 'taken' | 'isPlanningDoc'>,
  template?: string,
): PreparedPlan {
  if (!/[\p{L}\p{N}]/u.test(values.title))
    return { problem: 'The plan needs a name, such as: pm-zone plan "Shorter sign-up".' };
  const chosen = choosePlanPath({ ...place, folder: values.folder, title: values.title });
  if ('problem' in chosen) return chosen;
  const folder = values.folder.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
  return { path: chosen.path, text: fillPlanTemplate({ ...values, folder }, template) };
}

export type PlanPathChoice = { readonly path: string } | { readonly problem: string };

/** How many plans of one name a folder may have before we ask for another name. */
const mostOfOneName = 50;

/**
 * Where a new planning doc goes: `FOLDER/PLANNING.md`, and where that is taken `FOLDER/plans/SLUG/PLANNING.md`, always a path that
 * the Planning docs setting matches and at which nothing lies.
 */
export function choosePlanPath({ folder, title, taken, isPlanningDoc }: PlanLocation): PlanPathChoice {
  const clean = folder.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
  if (!isPlainFolder(clean)) {
    return {
      problem: `“${folder.slice(0, 100)}” is not a folder in this repository. Name the feature's folder, such as src/onboarding.`,
    };
  }
  const occupied = new Set([...taken].map(fold));
  const slug = slugify(title);
  const names = Array.from({ length: mostOfOneName }, (_, count) => (count === 0 ? slug : `${slug}-${count + 1}`));
  const others = names.flatMap((name) => [`${clean}/plans/${name}/PLANNING.md`, `${clean}/plans/${name}.md`]);
  const usable = [`${clean}/PLANNING.md`, ...others].filter(isPlanningDoc);
  if (usable.length === 0) {
    return {
      problem: `The Planning docs setting in CLAUDE.md knows no planning doc in ${clean}. Ask your engineering DRI to add the folder there, or name another with --folder.`,
    };
  }
  const free = usable.find((path) => !occupied.has(fold(path)));
  return free === undefined
    ? { problem: `${clean} has ${mostOfOneName} plans called “${slug}”. Give this one another name.` }
    : { path: free };
}

/** The folder's own names must be ones that row 1 of the decision table (design §4) leaves alone. */
function isPlainFolder(folder: string): boolean {
  return (
    folder.length <= 300 &&
    folder.split('/').every((name) => name !== '' && !/^\.{1,2}$|^\.git$|[. ]$|[\\:*?"<>|\p{C}]/iu.test(name))
  );
}
