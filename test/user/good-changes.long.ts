import assert from 'node:assert/strict';
import { join } from 'node:path';
import { openCaseRepository } from '../../bench/quality/case-repository.js';
import { readCases } from '../../bench/quality/case.js';
import { findCopy } from '../../bench/quality/review-case.js';
import { people } from '../../demo/sample-history.js';
import { projectFolder } from '../../demo/project-folder.js';
import { useWorkbench } from '../vscode/use-workbench.js';
import { eventually, runCommand, screenshot, slowness, webPageText } from '../vscode/workbench.js';
import { pmSteps } from './pm-steps.js';

// Real commits of public repositories, as bench/quality has them, opened by their PM: words in twenty languages, Rails, Vue, a prompt, a flag.
/** Good but for its plan: a prompt is more than words, and has no flag. */
const lacksFlag = 'langfuse-8339185-good';
const changes = [
  'formbricks-b5f0bd8-good',
  'openstreetmap-website-63448aa-good',
  'elk-979c2fa-good',
  lacksFlag,
  'schools-experience-5ec912b-good',
];

for (const each of readCases(join(projectFolder(), 'bench', 'quality', 'corpus')).filter(({ id }) =>
  changes.includes(id),
)) {
  describe(`a good change of ${each.repository}`, function () {
    const copy = findCopy(each.repository);
    if (copy === undefined) {
      it('needs a copy of the public repository in PM_ZONE_COPIES');
      return;
    }
    this.timeout(300_000 * slowness);
    const workbench = useWorkbench({
      repository: (folder) => {
        const scratch = openCaseRepository(copy);
        process.once('exit', () => scratch.remove());
        scratch.lay(each);
        scratch.checkOut();
        return { folder, root: scratch.root, origin: copy, environment: scratch.environment, people };
      },
    });
    const pm = pmSteps(workbench);

    if (each.id === lacksFlag) {
      it('asks for the flag that its plan does without', async () => {
        const { page } = workbench();
        await pm.openPmZone();
        await runCommand(page, 'PM Zone: Review My Change');
        await eventually(async () => assert.match(await webPageText(page), /only words can do without one/));
        await pm.nextStep(/Something is still missing in your planning doc/);
        await screenshot(page, `good-${each.id}`);
      });
      return;
    }

    it('is ready once its PM confirmed what is theirs', async () => {
      const { page } = workbench();
      await pm.openPmZone();
      await runCommand(page, 'PM Zone: Review My Change');
      await eventually(async () => assert.match(await webPageText(page), /confirm/));
      await screenshot(page, `good-${each.id}-asked`);
      await pm.confirmOnPage();
      await eventually(async () => assert.match(await webPageText(page), /^Ready for the pull request\./));
      await screenshot(page, `good-${each.id}`);
    });
  });
}
