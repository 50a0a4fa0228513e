import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useWorkbench } from '../vscode/use-workbench.js';
import { eventually, runCommand } from '../vscode/workbench.js';
import { pmSteps, readme, savesManually } from './pm-steps.js';

describe('the form of the GitHub Pull Requests extension', () => {
  let form = '';
  const workbench = useWorkbench({
    standIn: { name: 'pull-requests', insteadOf: 'github' },
    settings: savesManually,
    prepare: (sample) => {
      form = join(sample.folder, 'form');
      sample.environment['PM_ZONE_TEST_FORM'] = form;
      return undefined;
    },
  });
  const pm = pmSteps(workbench);

  /** What the form is filled with for a branch, by who offers it. */
  const filled = async (
    branch: string,
  ): Promise<Readonly<Record<string, { title: string; description: string } | null>>> => {
    writeFileSync(form, branch);
    rmSync(`${form}.filled`, { force: true });
    await runCommand(workbench().page, 'Fill the Form of a Pull Request');
    let text = '';
    await eventually(() => void (text = readFileSync(`${form}.filled`, 'utf8')), 15_000);
    return JSON.parse(text) as Awaited<ReturnType<typeof filled>>;
  };

  it('is filled with the title and the description of the change, and of no other branch', async () => {
    const { sample } = workbench();
    pm.git('switch', '-q', '-c', 'pm/readme');
    writeFileSync(join(sample.root, readme), '# Onboarding\n\nWhat new people meet first.\n');
    pm.git('commit', '-q', '--all', '-m', 'Say what onboarding is');
    await pm.openPmZone();
    await pm.findLine(/Files\s*1 file/);
    await eventually(async () => assert.ok((await filled('pm/readme'))['PM Zone']), 30_000);
    const offered = (await filled('pm/readme'))['PM Zone'];
    assert.equal(offered?.title, 'Say what onboarding is');
    assert.match(offered.description, /<!-- pm-zone:begin main -->[^]*README\.md/);
    assert.deepEqual(await filled('somebody/else'), { 'PM Zone': null });
  });
});
