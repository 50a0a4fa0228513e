import type { Asking, RosterRow } from '../../policy/policy.js';
import type { PlanningDoc } from '../../planning/planning-doc.js';

/** What is known beside a planning doc that can be put into it. */
export interface PlanFacts {
  /** The PM's row of the roster, the one whose folder the plan is for where there are several. */
  readonly row: RosterRow | undefined;
  /** The flags and feature folders that the roster gives the PM. */
  readonly flags: readonly string[];
  readonly folders: readonly string[];
  /** Who is named on the whole roster, those of the PM's rows first. */
  readonly engineeringDris: readonly string[];
  readonly productDris: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** What the roster of whoever is asking says for a plan. `roster` is the whole one. */
export function collectPlanFacts(
  { rows }: Pick<Asking, 'rows'>,
  roster: readonly RosterRow[],
  doc: Pick<PlanningDoc, 'featureFolder'> | undefined,
  today: string,
): PlanFacts {
  const folder = doc?.featureFolder;
  const row = rows.find(({ featureFolders }) => folder !== undefined && featureFolders.includes(folder)) ?? rows[0];
  const first = row === undefined ? roster : [row, ...rows, ...roster];
  return {
    row,
    flags: unique([...(row?.flags ?? []), ...rows.flatMap(({ flags }) => flags)]),
    folders: unique(rows.flatMap(({ featureFolders }) => featureFolders)),
    engineeringDris: unique(first.flatMap(({ engineeringDris }) => engineeringDris)),
    productDris: unique(first.flatMap(({ productDris }) => productDris)),
    today,
  };
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
