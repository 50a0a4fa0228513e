import type { ChangedFile } from '../../change/change.js';
import { classifyFile } from '../../change/classify-file.js';
import type { Check, ReviewContext } from '../check.js';
import { isOfDesignSystem } from '../components/is-of-design-system.js';
import { listUsedParts, type UsedParts } from '../components/list-used-parts.js';
import { readSyntax } from '../components/read-syntax.js';
import { isTest } from '../gates/code-text.js';

/**
 * Components use parts of the design system or of the feature alone (design §6, "Front end"). A change that uses nothing new, or only what the policy calls
 * so, does; of all else the author says whether it does.
 */
export const designSystem: Check = {
  id: 'design-system',
  section: 'Front end',
  severity: 'needs-fix',
  due: 'push',
  async run(context) {
    const files = context.change.files.filter(({ path }) => classifyFile(path) === 'components' && !isTest(path));
    if (files.length === 0) return 'not-applicable';
    const kept = await Promise.all(files.map((file) => keepsToIt(file, context)));
    return kept.every(Boolean) ? { reports: [] } : { reports: [], isByHand: true };
  },
};

async function keepsToIt(file: ChangedFile, context: ReviewContext): Promise<boolean> {
  const { path, before, after } = file;
  if (after === undefined) return true;
  if (before?.text !== undefined && (await context.words(file)) === 'words') return true;
  const [was, is] = await Promise.all([
    partsOf(path, before === undefined ? '' : before.text),
    partsOf(path, after.text),
  ]);
  if (was === undefined || is === undefined || [...is.elements].some((each) => !was.elements.has(each))) return false;
  const entries = context.policy.tips.map(({ zone }) => zone?.settings.designSystem ?? []);
  const own = context.asking.rows.flatMap(({ featureFolders }) => featureFolders);
  return [...is.modules].every(
    (module) =>
      was.modules.has(module) || entries.every((designSystem) => isOfDesignSystem(path, module, designSystem, own)),
  );
}

/** `undefined` of what is no program of JavaScript or TypeScript, or cannot be read. */
async function partsOf(path: string, text: string | undefined): Promise<UsedParts | undefined> {
  const program = text === undefined ? undefined : await readSyntax(path, text);
  return program && listUsedParts(program);
}
