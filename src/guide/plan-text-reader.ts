import type { PlanGap, PlanningDoc } from '../planning/planning-doc.js';
import { openPlanReader } from '../planning/read-plan.js';
import { templatePaths } from '../planning/template.js';
import { openDisk } from '../repository/disk.js';

/** A planning doc with what it still lacks. */
export interface ReadPlan {
  readonly doc: PlanningDoc;
  readonly gaps: readonly PlanGap[];
}

/** Reads a text as a planning doc; `undefined` where it is no text that a plan has. All texts share one budget of time. */
export type ReadPlanText = (text: string) => Promise<ReadPlan | undefined>;

/** Reads texts of planning docs, held against the team's own template where there is one. */
export function planTextReader(template: string | undefined): ReadPlanText {
  const reader = openPlanReader();
  return async (text) => {
    const against = template === undefined ? undefined : await reader.doc(versionOf(template));
    return reader.plan('', versionOf(text), against);
  };
}

/** Bytes; a template is a few pages. */
const longest = 2 ** 18;

/** The team's own template as it lies in the working tree (design §5), as an editor has it. */
export async function readTeamTemplate(root: string): Promise<string | undefined> {
  const disk = openDisk(root);
  for (const path of templatePaths) {
    const entry = await disk.read(path, longest);
    if (entry.kind === 'file')
      return entry.content
        ?.toString('utf8')
        .replace(/^\uFEFF/, '')
        .replace(/\r\n?/g, '\n');
  }
  return undefined;
}

function versionOf(text: string) {
  return { mode: '100644', oid: undefined, bytes: text.length, text };
}
