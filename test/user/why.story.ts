import assert from 'node:assert/strict';
import { useWorkbench } from '../vscode/use-workbench.js';
import { explorerRow, openFile, runCommand, screenshot, webPageText } from '../vscode/workbench.js';

describe('a PM asks why a file is locked', () => {
  const workbench = useWorkbench();

  it('reads in one sentence that the file is not theirs, and who owns it', async () => {
    const { page } = workbench();
    await openFile(page, 'src/payments/charge.ts');
    await explorerRow(page, 'charge.ts').waitFor();
    await runCommand(page, 'PM Zone: Why May I (Not) Change This File?');
    const text = await webPageText(page);
    assert.match(text, /src\/payments\/charge\.ts/);
    assert.match(text, /locked/);
    assert.match(text, /@harbor\/billing/);
    await screenshot(page, 'why');
  });
});
