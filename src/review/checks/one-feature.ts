import type { Check } from '../check.js';
import { classifyFile } from '../../change/classify-file.js';

/** One thing a change: its files lie in one feature folder and it carries one planning doc (seed 002, "scoped to one thing"). */
export const oneFeature: Check = {
  id: 'one-feature',
  section: 'Scope',
  severity: 'needs-fix',
  due: 'commit',
  run({ change, asking, judgements }) {
    const folders = asking.rows.flatMap((row) => row.featureFolders);
    const touched = new Map<string, string>();
    const plans: string[] = [];
    for (const { path, after } of change.files) {
      if (classifyFile(path) === 'planning' && after !== undefined) plans.push(path);
      const folder = longest(folders.filter((each) => path.startsWith(`${each}/`)));
      if (folder !== undefined && judgements.get(path)?.standing === 'editable' && !touched.has(folder))
        touched.set(folder, path);
    }
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

function longest(folders: readonly string[]): string | undefined {
  return [...folders].sort((one, other) => other.length - one.length)[0];
}
