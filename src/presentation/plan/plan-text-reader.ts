import type { PlacedPlan } from '../../planning/linked-plan.js';
import { openPlanReader } from '../../planning/plan-reader.js';
import { planTemplatePaths } from '../../planning/plan-template.js';
import { openDisk } from '../../git/disk.js';
import type { TextMemory } from '../../text/text-memory.js';

/** A planning doc with what it still lacks. */
export type PlanWithGaps = Pick<PlacedPlan, 'doc' | 'gaps'>;

/** Reads a text as a planning doc; `undefined` where it is no text that a plan has. All texts share one budget of time. */
export type PlanTextReader = (text: string) => Promise<PlanWithGaps | undefined>;

/** Reads texts of planning docs, held against the team's own template where there is one; each text once where it is remembered. */
export function createPlanTextReader(template: string | undefined, remember?: TextMemory): PlanTextReader {
  const reader = openPlanReader(remember);
  return async (text) => {
    const against = template === undefined ? undefined : await reader.readDoc(versionOf(template));
    return reader.readPlan('', versionOf(text), against);
  };
}

/** Bytes; a template is a few pages. */
const longest = 2 ** 18;

/** The team's own template as it lies in the working tree (design §5), as an editor has it. */
export async function readTeamTemplate(root: string): Promise<string | undefined> {
  const disk = openDisk(root);
  for (const path of planTemplatePaths) {
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
