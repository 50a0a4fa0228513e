import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { useWorkbench } from '../vscode/use-workbench.js';
import {
  chooseFromQuickPick,
  chooseInMenu,
  editorText,
  eventually,
  openFile,
  openSidebar,
  quickPickRows,
  openFindWords,
  screenshot,
  statusBarItem,
  treeRow,
  treeRows,
  typeInQuickInput,
  view,
  webPageText,
} from '../vscode/workbench.js';

describe('a PM finds a sentence read in the product', () => {
  const workbench = useWorkbench();

  it('sees in “My Zone” what they may edit, their feature folder first, by kind', async () => {
    const { page } = workbench();
    await openSidebar(page, 'PM Zone');
    // Groups open one after the other.
    await treeRow(page, 'My Zone', 'de.json').waitFor();
    const rows = await treeRows(page, 'My Zone');
    assert.match(rows[0] ?? '', /^onboarding/);
    assert.match(rows[1] ?? '', /^Copy ?3 files/);
    assert.ok(rows.some((row) => row.startsWith('de.json')));
    await screenshot(page, 'my-zone');
  });

  it('asks “Why?” on a file of it, and opens a file of it', async () => {
    const { page } = workbench();
    await treeRow(page, 'My Zone', 'de.json').click({ button: 'right' });
    await chooseInMenu(page, 'Why May I');
    assert.match(await webPageText(page), /i18n\/de\.json/);
    await treeRow(page, 'My Zone', 'fr.json').click();
    await page.locator('.tabs-container .tab.active', { hasText: 'fr.json' }).waitFor();
  });

  it('types the greeting as it was read, with a name in it, and finds its key, file, language and standing', async () => {
    const { page } = workbench();
    await openFindWords(page);
    await typeInQuickInput(page, 'good to see you, Anna');
    await eventually(async () => {
      const [first = ''] = await quickPickRows(page);
      assert.match(first, /Good to see you, \{name\}/);
      assert.match(first, /welcome\.title · en/);
      assert.match(first, /Yours to edit: src\/features\/onboarding\/i18n\/en\.json:2/);
    });
    await screenshot(page, 'find-words');
  });

  it('opens the file with the words selected', async () => {
    const { page } = workbench();
    await chooseFromQuickPick(page, 'Good to see you, {name}');
    await page.locator('.tabs-container .tab.active', { hasText: 'en.json' }).waitFor();
    await eventually(async () => {
      assert.match(await statusBarItem(page, /selected/).innerText(), /Ln 2, Col 44 \(23 selected\)/);
    });
    assert.match(await editorText(page), /Good to see you/);
    await screenshot(page, 'words-opened');
  });

  it('finds what is locked for PMs as well, below what is theirs, and says so', async () => {
    const { page } = workbench();
    await openFindWords(page);
    await typeInQuickInput(page, 'boards');
    await eventually(async () => {
      const rows = await quickPickRows(page);
      assert.ok(rows.findIndex((row) => row.includes('Yours to edit')) === 0, rows.join('\n'));
    });
    await screenshot(page, 'find-words-many');
    await typeInQuickInput(page, 'wellcome tuor');
    await eventually(async () => {
      const rows = await quickPickRows(page);
      assert.ok(
        rows.some((row) => row.includes('welcome-tour')),
        rows.join('\n'),
      );
    });
    await screenshot(page, 'find-words-alike');
    await page.keyboard.press('Escape');
  });

  it('finds what was typed and not saved yet, and what changed on the disk', async () => {
    const { page, sample } = workbench();
    appendFileSync(join(sample.root, 'docs/architecture.md'), '\nA lighthouse keeper lives here.\n');
    await openFile(page, 'src/features/onboarding/README.md');
    await page.locator('.editor-group-container.active .view-line').first().click();
    await page.keyboard.type('Marmalade sandwiches. ');
    await openFindWords(page);
    await typeInQuickInput(page, 'marmalade sandwiches');
    await eventually(async () => {
      assert.match((await quickPickRows(page))[0] ?? '', /Marmalade sandwiches/);
    });
    await typeInQuickInput(page, 'lighthouse keeper');
    await eventually(async () => {
      assert.match((await quickPickRows(page))[0] ?? '', /A lighthouse keeper lives here.*architecture\.md/);
    });
    await page.keyboard.press('Escape');
  });
});

describe('“My Zone” in the light theme', () => {
  const workbench = useWorkbench({ theme: 'light' });

  it('can be read', async () => {
    const { page } = workbench();
    await openSidebar(page, 'PM Zone');
    for (const other of ['Next Step', 'My Change']) await view(page, other).locator('.pane-header').click();
    await treeRow(page, 'My Zone', 'Copy').first().waitFor();
    await view(page, 'My Zone').locator('.monaco-list').focus();
    await page.keyboard.press('End');
    await treeRow(page, 'My Zone', 'With an engineer').click();
    await treeRow(page, 'My Zone', 'With an engineer').waitFor();
    assert.match(await view(page, 'My Zone').innerText(), /9 yours, 28 locked/);
    await screenshot(page, 'my-zone-light');
    await openFindWords(page);
    await typeInQuickInput(page, 'nothing here');
    await eventually(async () => {
      assert.match((await quickPickRows(page))[0] ?? '', /nothing here/i);
    });
    await screenshot(page, 'find-words-light');
  });
});
