import { countLinesToRead } from '../../change/count-lines-to-read.js';
import { locateCatalog } from '../../catalogs/locate-catalog.js';
import type { Check } from '../check.js';
import { classifyFile } from '../../change/classify-file.js';

/** Small enough to review in one sitting: the zone's Size limit (design §3, Settings; seed 002, "Keep PRs small"). */
export const size: Check = {
  id: 'size',
  section: 'Scope',
  severity: 'needs-fix',
  due: 'commit',
  readsTexts: false,
  run({ change, policy }) {
    const limits = policy.tips.flatMap((tip) => (tip.zone === undefined ? [] : [tip.zone.settings.sizeLimit]));
    const limit = {
      files: Math.min(...limits.map((each) => each.files)),
      lines: Math.min(...limits.map((each) => each.lines)),
    };
    const counted = change.files.filter((file) => classifyFile(file.path) !== 'planning');
    // One text is changed in all its languages at once: the languages of a catalog are one thing to read.
    const files = new Set(counted.map(({ path }) => locateCatalog(path)?.family ?? path)).size;
    const lines = counted.reduce((sum, file) => sum + countLinesToRead(file), 0);
    const over = [
      ...(files > limit.files ? [`${files} files (at most ${limit.files})`] : []),
      ...(lines > limit.lines ? [`${lines} lines (at most ${limit.lines})`] : []),
    ];
    if (over.length === 0) return { reports: [] };
    const message = `The change is too large to review well: ${over.join(' and ')}. Split it: keep one part here and send the rest as a change of its own.`;
    return { reports: [{ message }] };
  },
};
