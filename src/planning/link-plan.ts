import type { Change, RepositorySnapshot } from '../change/change.js';
import { isPicture } from '../change/is-picture.js';
import type { Asking, Policy } from '../policy/policy.js';
import { isRegulated } from '../policy/is-regulated.js';
import type { LinkedPlan, PlacedPlan, TextUsers } from './linked-plan.js';
import { flagFileMatcher, matchPlanningDocs, type PathPredicate } from './planning-doc-matcher.js';
import { compareFits, fitPlan, type MatchingFit, type PlanFitContext } from './linking/plan-fit.js';
import { isText } from './is-text.js';
import { readPlanHistory } from './linking/plan-history.js';
import type { PlanningDoc } from './planning-doc.js';
import { openPlanReader, type PlanReader } from './plan-reader.js';
import type { TextMemory } from '../text/text-memory.js';
import { readTemplate } from './read-template.js';

export interface PlanSearch {
  readonly change: Change;
  readonly snapshot: RepositorySnapshot;
  readonly policy: Policy;
  readonly asking: Asking;
  /** The flags at head and those that the change touches. */
  readonly flags: () => Promise<{
    readonly flags: ReadonlyMap<string, unknown>;
    readonly differences: readonly { readonly key: string }[];
  }>;
  /** Who asks for the texts that the change touches: a search through the code. */
  readonly users: () => Promise<TextUsers>;
  /** What the searches before it remember of the same texts. */
  readonly remember?: TextMemory;
}

/** How many planning docs are read, the nearest to the change first. */
const mostDocs = 200;

/**
 * Finds the planning doc that justifies the change, by folder and flag (design §5), and when it became complete. Where two fit
 * equally well there is none: both are candidates. Under regulated controls the doc on the base must fit too, so that
 * nobody can point an approved plan at something else. Reads a bounded number of files; rejects only where the snapshot does.
 */
export async function linkPlan(search: PlanSearch): Promise<LinkedPlan> {
  const { change, snapshot, policy } = search;
  const { matches: isPlanningDoc, requiredTexts } = matchPlanningDocs(policy);
  const code = change.files.map(({ path }) => path).filter((path) => !isPlanningDoc(path));
  const planOnly = change.files.length > 0 && code.length === 0;
  const reader = openPlanReader(search.remember);
  const context: SearchContext = { ...search, reader, template: await readTemplate(snapshot, reader) };
  const listed = await (requiredTexts === undefined
    ? snapshot.paths('head')
    : snapshot.pathsNamed('head', requiredTexts));
  const paths = nearest(listed.filter(isPlanningDoc), change, planOnly);
  const { plans, unread } = await readPlans(paths, context);
  const found = planOnly ? planBeingSent(plans) : await findPlan(plans, code, context);
  const base = found.plan === undefined ? undefined : await planOnBase(found.plan.path, context);
  const history = await readPlanHistory({
    ...context,
    isPlanningDoc,
    path: found.plan?.path,
    completeOnBase: base?.gaps.length === 0,
  });
  return { ...found, onBase: base?.doc, unread, planOnly, ...history };
}

type Found = Pick<LinkedPlan, 'plan' | 'candidates'>;

/** The search with what reads for it. */
interface SearchContext extends PlanSearch {
  readonly reader: PlanReader;
  readonly template: PlanningDoc | undefined;
}

/** Of a change of plans alone the plans it sends; else those that share the longest way with a changed file, near ones first. */
function nearest(docs: readonly string[], change: Change, planOnly: boolean): string[] {
  const changed = change.files.map(({ path }) => path);
  const sent = new Set(changed);
  if (planOnly) return docs.filter((path) => sent.has(path)).slice(0, mostDocs);
  if (docs.length === 0) return [];
  const ancestors = new Set<string>();
  for (const path of changed) for (const folder of ancestorsOf(path)) ancestors.add(folder);
  const near = docs.map((path) => ({
    path,
    shared: ancestorsOf(path).filter((folder) => ancestors.has(folder)).length,
  }));
  return near
    .sort((one, other) => other.shared - one.shared)
    .slice(0, mostDocs)
    .map(({ path }) => path);
}

function ancestorsOf(path: string): string[] {
  const names = path.split('/').slice(0, 100);
  return names.slice(0, -1).map((_, depth) => names.slice(0, depth + 1).join('/'));
}

async function readPlans(
  paths: readonly string[],
  { snapshot, reader, template }: SearchContext,
): Promise<{ readonly plans: readonly PlacedPlan[]; readonly unread: readonly string[] }> {
  const versions = await snapshot.read('head', paths);
  const plans: PlacedPlan[] = [];
  const unread: string[] = [];
  for (const path of paths) {
    const plan = await reader.readPlan(path, versions.get(path), template);
    if (plan === undefined) unread.push(path);
    else plans.push(plan);
  }
  return { plans, unread };
}

/** Of several plans that are sent, the one with something still to write. */
function planBeingSent(plans: readonly PlacedPlan[]): Found {
  const plan = plans.find(({ gaps }) => gaps.length > 0) ?? plans[0];
  return { plan, candidates: plans.length > 1 ? plans.map(({ path }) => path) : [] };
}

/** By where files lie; where that is not enough and texts are among them, by who asks for those. */
async function findPlan(plans: readonly PlacedPlan[], code: readonly string[], context: SearchContext): Promise<Found> {
  const fitTarget = await fitContext(code, context);
  const found = await bestPlan(plans, fitTarget, context);
  if (found.plan !== undefined || plans.length === 0 || fitTarget.texts.size === 0) return found;
  const byUsers = await bestPlan(plans, { ...fitTarget, users: await context.users() }, context);
  return byUsers.plan === undefined ? found : byUsers;
}

async function bestPlan(
  plans: readonly PlacedPlan[],
  fitTarget: PlanFitContext,
  context: SearchContext,
): Promise<Found> {
  const regulated = isRegulated(context.policy);
  const fitting: { readonly plan: PlacedPlan; readonly fit: MatchingFit }[] = [];
  const near: string[] = [];
  for (const plan of plans) {
    const fit = fitPlan(plan.doc, plan.path, fitTarget);
    if (fit === undefined) continue;
    const base = regulated && fit !== 'near-miss' ? (await planOnBase(plan.path, context))?.doc : undefined;
    const both = base === undefined ? fit : fitPlan(base, plan.path, fitTarget);
    if (fit === 'near-miss' || both === undefined || both === 'near-miss') near.push(plan.path);
    else fitting.push({ plan, fit });
  }
  fitting.sort((one, other) => compareFits(one.fit, other.fit));
  const [best] = fitting;
  if (best === undefined) return { plan: undefined, candidates: near };
  const equals = fitting.filter(({ fit }) => compareFits(best.fit, fit) === 0);
  if (equals.length > 1) return { plan: undefined, candidates: equals.map(({ plan }) => plan.path).sort() };
  return { plan: best.plan, candidates: [] };
}

async function fitContext(
  code: readonly string[],
  { change, policy, asking, flags }: PlanSearch,
): Promise<PlanFitContext> {
  const isFlagFile: PathPredicate = flagFileMatcher(policy);
  const { flags: known, differences } = await flags();
  const paths = new Set(code);
  const [brought, ...more] = change.files.filter(({ path, after }) => after !== undefined && !paths.has(path));
  const texts = change.files.flatMap(({ path, after }) =>
    after?.text !== undefined && paths.has(path) ? [after.text] : [],
  );
  return {
    asking,
    code,
    texts: new Set(code.filter((path) => isText(path) || isPicture(path))),
    // What an approved plan is for, the base says: there an edit of it brings nothing.
    brought: more.length > 0 || isRegulated(policy) ? undefined : brought?.path,
    users: new Map(),
    flagsOnly: code.length > 0 && code.every(isFlagFile),
    touchedFlags: new Set(differences.map(({ key }) => key)),
    knownFlags: new Set(known.keys()),
    mentions: (flag) => texts.some((text) => mentionsWord(text, flag)),
  };
}

/** Whether the word occurs by itself: `new-home` is not mentioned by `new-home-2`. */
function mentionsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    if (!/[\w.-]/.test(text.charAt(at - 1)) && !/[\w-]/.test(text.charAt(at + word.length))) return true;
  }
  return false;
}

/**
 * The doc as the base has it. What is staged is compared with HEAD, which may be a commit of the PM's own: nothing there speaks for
 * the base.
 */
async function planOnBase(
  path: string,
  { change, snapshot, reader, template }: SearchContext,
): Promise<PlacedPlan | undefined> {
  if (change.kind === 'staged') return undefined;
  return reader.readPlan(path, (await snapshot.read('base', [path])).get(path), template);
}
