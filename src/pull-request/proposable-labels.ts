import type { ProposalGround, RepositoryLabel } from './proposal-ground.js';

/** Words for what a label does that is no label only: it sets a machine off, or opens a way round a check. */
const doing =
  /^(?:auto(?:mat\w*|merge\w*|approv\w*|deploy\w*)?|merg\w*|deploy\w*|publish\w*|skip\w*|bypass\w*|trigger\w*|backport\w*|overrid\w*|exempt\w*|waiv\w*|bots?)$/;

/** The same, and what people alone decide, where it is the label's own name. */
const deciding =
  /^(?:releas\w*|ship\w*|ignor\w*|forc\w*|approv\w*|lgtm|ready|hold|block\w*|cherry|pick|run\w*|rerun|retest|tests?|build\w*|c[id]|rebas\w*|revert\w*|queue\w*|squash\w*|previews?|no|not|do|dont|without|stale|pinned|wip|emergency|hotfix|breaking|major|minor|patch|semver|security|compliance|legal|signed|verified|reviewed|qa)$/;

/** Those of PM Zone itself follow from what the change holds, and from nobody's opinion. */
const ours = /^(?:pm-authored|zone:.*|size:.*|ai-(?:generated|assisted))$/i;

/** The labels that may be proposed: neither ours nor set anyway, and none that sets a machine off or decides something. */
export function proposableLabels(
  labels: readonly RepositoryLabel[],
  { labels: set, reserved }: Pick<ProposalGround, 'labels' | 'reserved'>,
): readonly RepositoryLabel[] {
  const taken = new Set([...set, ...reserved].map((name) => name.toLowerCase()));
  return labels.filter(
    ({ name, description }) =>
      !taken.has(name.toLowerCase()) &&
      !ours.test(name) &&
      !labelWords(name).some((word) => doing.test(word) || deciding.test(word)) &&
      !labelWords(description).some((word) => doing.test(word)),
  );
}

/** The words of a label, also of one written in one: `autoMerge`, `area/home`. */
export function labelWords(text: string): readonly string[] {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/['’]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}
