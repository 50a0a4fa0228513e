import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useWorkbench } from '../vscode/use-workbench.js';
import {
  editorText,
  eventually,
  notification,
  pressInToast,
  openFile,
  openSidebar,
  runCommand,
  screenshot,
  treeRow,
} from '../vscode/workbench.js';

const locked = 'src/payments/charge.ts';

describe('a PM among locked files', () => {
  const workbench = useWorkbench({
    prepare: (sample) => {
      sample.environment['XDG_DATA_HOME'] = join(sample.folder, 'data');
      return undefined;
    },
  });

  it('opens one, reads why it is locked, and cannot type into it', async () => {
    const { page } = workbench();
    await openFile(page, locked);
    const lens = page.locator('.contentWidgets .codelens-decoration', { hasText: 'Request to Pair…' });
    await lens.waitFor();
    assert.match(await lens.innerText(), /Locked: .*Why\?/s);
    const before = await editorText(page);
    await page.locator('.editor-group-container.active .monaco-editor .view-lines').click();
    await page.keyboard.type('x');
    assert.equal(await editorText(page), before);
    await page.keyboard.press('Escape');
    await screenshot(page, 'locked-file');
  });

  it('is told of an assistant that changed it, and puts it back', async () => {
    const { page, sample } = workbench();
    const file = join(sample.root, locked);
    const text = readFileSync(file, 'utf8');
    appendFileSync(file, '// by an assistant\n');
    const told = await notification(page, 'src/payments/charge.ts was changed');
    await screenshot(page, 'locked-file-changed');
    await pressInToast(page, told, 'Put Back');
    await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Put Back' }).click();
    await eventually(() => assert.equal(readFileSync(file, 'utf8'), text));
  });

  it('is offered the commit guard with the first change, and sees that it is on', async () => {
    const { page, sample } = workbench();
    appendFileSync(join(sample.root, 'src/features/onboarding/i18n/en.json'), '\n');
    await openSidebar(page, 'PM Zone');
    const offer = await notification(page, 'Shall PM Zone look at each commit');
    await screenshot(page, 'guard-offer');
    await pressInToast(page, offer, 'Turn It On');
    await treeRow(page, 'My Change', /Commit guard.*on/).waitFor();
    assert.equal(existsSync(join(sample.root, '.git', 'hooks', 'pre-commit')), true);
    await screenshot(page, 'guard-on');
    await runCommand(page, 'PM Zone: Turn the Commit Guard Off');
    await treeRow(page, 'My Change', /Commit guard.*off/).waitFor();
    assert.equal(existsSync(join(sample.root, '.git', 'hooks', 'pre-commit')), false);
  });
});
