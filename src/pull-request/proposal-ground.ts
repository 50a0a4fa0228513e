import type { CatalogDifference } from '../catalogs/compare-catalogs.js';
import { classifyFile, type FileKind } from '../change/classify-file.js';
import { createJudge } from '../policy/judge.js';
import type { Judgement } from '../policy/policy.js';
import { findSection } from '../planning/plan-sections.js';
import type { DraftInput } from './draft-pull-request.js';

/** A label of the repository, with what it says of itself. */
export interface RepositoryLabel {
  readonly name: string;
  readonly description: string;
}

/** What a proposal of a title, a summary and labels rests on: nothing of files that are locked or protected is in it. */
export interface ProposalGround {
  /** What the plan says for itself; empty where nothing. */
  readonly plan: string;
  readonly files: readonly { readonly path: string; readonly kind: FileKind }[];
  readonly texts: readonly Pick<CatalogDifference, 'key' | 'before' | 'after'>[];
  /** Who owns them by CODEOWNERS, as written there. */
  readonly owners: readonly string[];
  /** The labels that are set anyway, and every other name that the policy has for one: these follow from facts. */
  readonly labels: readonly string[];
  readonly reserved: readonly string[];
  /** The title that says this, in the form that the repository's titles have. */
  readonly titled: (text: string) => string;
}

/** How much of a change is in it: no model needs more, and a question has an end. */
const most = { files: 60, texts: 40, plan: 3000 };

/** Takes from a change and its plan what a proposal may know of. */
export function readProposalGround(
  { change, policy, asking, judgements, plan, textChanges }: DraftInput,
  { labels, titled }: Pick<ProposalGround, 'labels' | 'titled'>,
): ProposalGround {
  const { judge } = createJudge(policy, asking);
  const judgementOf = (path: string): Judgement => judgements.get(path) ?? judge(path);
  const isOpen = (path: string): boolean => judgementOf(path).standing !== 'locked';
  const files = change.files.filter(
    ({ path, renamedFrom }) => isOpen(path) && (renamedFrom === undefined || isOpen(renamedFrom)),
  );
  const open = new Set(files.map(({ path }) => path));
  const texts = textChanges.filter(({ path }) => open.has(path)).flatMap(({ differences }) => differences);
  const { path: planPath, doc } = plan.plan ?? {};
  const said =
    doc === undefined || planPath === undefined || !isOpen(planPath)
      ? []
      : [doc.title, ...(['tldr', 'problem', 'hypothesis'] as const).map((id) => findSection(doc, id)?.body)];
  return {
    plan: said
      .flatMap((text) => text?.trim() ?? [])
      .filter((text) => text !== '')
      .join('\n\n')
      .slice(0, most.plan),
    files: files.slice(0, most.files).map(({ path }) => ({ path, kind: classifyFile(path) })),
    texts: texts.slice(0, most.texts),
    owners: [...new Set(files.flatMap(({ path }) => judgementOf(path).owners))],
    labels,
    titled,
    reserved: (policy.tips[0].zone?.settings.labels ?? []).map(({ name }) => name),
  };
}
