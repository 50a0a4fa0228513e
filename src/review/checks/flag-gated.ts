import type { ChangedFile } from '../../change/change.js';
import type { Check, Report, ReviewContext } from '../check.js';
import { firstAddedLine } from '../first-added-line.js';
import { isCode, isTest } from '../flags/code-text.js';
import { gatedPaths, pathsThatRefer, readFeatureCode } from '../flags/feature-code.js';
import { kindOfFile } from '../kind-of-file.js';
import { whoToAsk } from '../who-to-ask.js';

/** What users see is behind the feature's flag (design §6; seed 000: "No PM-authored PR ships unflagged"). */
export const flagGated: Check = {
  id: 'flag-gated',
  section: 'Feature flags',
  severity: 'needs-fix',
  due: 'push',
  kept: 'regulated',
  async run(context) {
    const files = context.change.files.filter(needsGate);
    if (files.length === 0) return 'not-applicable';
    const keys = await gateKeys(context);
    if (keys.length === 0) return { reports: [noFlag(context)] };
    const planFolder = (await context.plan()).plan?.doc.featureFolder;
    const placed = files.map((file) => ({ file, folder: folderOf(file.path, context, planFolder) }));
    const reports: Report[] = [];
    for (const folder of new Set(placed.map((each) => each.folder))) {
      const code = await readFeatureCode(context, folder);
      const referring = pathsThatRefer(code, keys);
      const gated = gatedPaths(code, referring);
      for (const { file } of placed.filter((each) => each.folder === folder)) {
        const behind =
          isCode(file.path) && kindOfFile(file.path) !== 'events' ? gated.has(file.path) : referring.size > 0;
        if (!behind) reports.push(notGated(file, keys, folder));
      }
    }
    return { reports };
  },
};

/** Copy, prompts, events and programs; what is gone, tests, docs, plans and the flag files themselves need none. */
function needsGate({ path, after }: ChangedFile): boolean {
  if (after === undefined || isTest(path)) return false;
  const kind = kindOfFile(path);
  if (kind === 'flags' || kind === 'planning' || kind === 'docs') return false;
  return isCode(path) || kind === 'copy' || kind === 'prompts' || kind === 'events';
}

/** The flags that may stand before this change: the plan's and hers, as far as a flag file has them. */
async function gateKeys(context: ReviewContext): Promise<string[]> {
  const [{ flags }, { plan }] = await Promise.all([context.flags(), context.plan()]);
  const named =
    plan === undefined || plan.doc.flags.length === 0
      ? context.asking.rows.flatMap((row) => row.flags)
      : plan.doc.flags;
  return [...new Set(named)].filter((key) => flags.has(key));
}

function folderOf(path: string, { asking }: ReviewContext, planFolder: string | undefined): string {
  const folders = [
    ...asking.rows.flatMap((row) => row.featureFolders),
    ...(planFolder === undefined ? [] : [planFolder]),
  ];
  const own = folders.filter((folder) => path.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)[0];
  if (own !== undefined) return own;
  const segments = path.split('/').slice(0, -1);
  const kind = segments.findLastIndex((name) =>
    /^(?:i18n|locales?|lang|translations?|prompts?|analytics|telemetry|components?)$/i.test(name),
  );
  return segments.slice(0, kind === -1 ? segments.length : kind).join('/');
}

function noFlag(context: ReviewContext): Report {
  return {
    message: `No flag stands before this change: neither the plan nor your row of the roster names one that a flag file has. Name the flag in the plan, and ask ${whoToAsk(context)} if it does not exist yet.`,
  };
}

function notGated(file: ChangedFile, keys: readonly string[], folder: string): Report {
  const flags = keys.join(' or ');
  const place = { path: file.path, ...firstAddedLine(file) };
  return isCode(file.path) && kindOfFile(file.path) !== 'events'
    ? {
        ...place,
        message: `${file.path} is not behind the flag ${flags}, so everyone would see it at once. Use the flag in this file, or use the file only where the flag is asked.`,
      }
    : {
        ...place,
        message: `Nothing in ${folder === '' ? 'the repository' : folder} asks for the flag ${flags}, so everyone would see ${file.path} at once. Have the feature's code ask for the flag first.`,
      };
}
