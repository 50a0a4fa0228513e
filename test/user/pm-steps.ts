import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locator } from 'playwright-core';
import { filledPlan } from '../../demo/sample-change.js';
import type { SampleRepository } from '../../demo/sample-repository.js';
import type { Workbench } from '../vscode/use-workbench.js';
import {
  chooseFromQuickPick,
  chooseInDialog,
  chooseInMenu,
  dialogText,
  eventually,
  explorerRow,
  notification,
  openFile,
  openSidebar,
  pressInToast,
  slowness,
  treeRow,
  typeInQuickInput,
  view,
  webPage,
} from '../vscode/workbench.js';

// What the stories share: what the PM does by what the screen shows, what others do meanwhile, and what git has then.

export const feature = 'src/features/onboarding';
export const catalog = `${feature}/i18n/en.json`;
export const readme = `${feature}/README.md`;
export const planningDoc = `${feature}/PLANNING.md`;

/** A file's new text, or how it follows from the old one. */
type Edit = string | ((text: string) => string);

/** Output of git. The PM never runs it; a story asks it for the outcome of the PM's steps. */
export function gitIn({ environment }: SampleRepository, cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd, env: environment, encoding: 'utf8', stdio: 'pipe' }).trimEnd();
}

/** Erin, the engineer, commits to the branch that everybody works from; with a branch of the PM squashed as hosts do it, where one is named. */
function othersCommit(
  sample: SampleRepository,
  files: Readonly<Record<string, Edit>>,
  message: string,
  merged?: string,
): void {
  const { name, email } = sample.people.erin;
  const clone = mkdtempSync(join(sample.folder, 'others-'));
  gitIn(sample, clone, 'clone', '-q', sample.origin, '.');
  const asErin = ['-c', `user.name=${name}`, '-c', `user.email=${email}`];
  if (merged !== undefined) gitIn(sample, clone, ...asErin, 'merge', '-q', '--squash', `origin/${merged}`);
  for (const [path, edit] of Object.entries(files)) {
    const place = join(clone, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, typeof edit === 'string' ? edit : edit(readFileSync(place, 'utf8')));
  }
  gitIn(sample, clone, 'add', '--all');
  gitIn(sample, clone, ...asErin, 'commit', '-qm', message);
  gitIn(sample, clone, 'push', '-q', 'origin', 'HEAD');
  rmSync(clone, { recursive: true, force: true });
}

/** For a story that is not about the plan: it is approved, and on the branch that everybody works from. */
export function withApprovedPlan(sample: SampleRepository): undefined {
  othersCommit(sample, { [planningDoc]: filledPlan('Approved') }, 'Plan a friendlier empty state');
  gitIn(sample, sample.root, 'pull', '-q', 'origin', 'main');
  return undefined;
}

/** The guard keeps what it runs with in the user's folder: for a story that turns it on, one of its own. */
export function withOwnUserFolder(sample: SampleRepository): void {
  sample.environment['XDG_DATA_HOME'] = join(sample.folder, 'data');
}

/** Settings for a person who saves manually: in a browser, VS Code saves by itself. */
export const savesManually = { 'files.autoSave': 'off' };

/** The steps of a story, on the workbench that it plays in. */
export function pmSteps(workbench: () => Workbench) {
  const place = (path: string): string => join(workbench().sample.root, path);
  const saved = (path: string): string => readFileSync(place(path), 'utf8');
  const press = async (button: string): Promise<void> => {
    await view(workbench().page, 'Next Step').getByRole('button', { name: button, exact: true }).click();
  };
  /** Presses a link within the sentence of the next step. */
  const follow = async (link: string): Promise<void> => {
    await view(workbench().page, 'Next Step').locator('a', { hasText: link }).click();
  };
  const nextStep = async (words: RegExp): Promise<void> => {
    const next = view(workbench().page, 'Next Step');
    await eventually(async () => assert.match(await next.innerText(), words));
  };
  const save = async (path: string, words: RegExp): Promise<void> => {
    await workbench().page.keyboard.press('Control+S');
    await eventually(() => assert.match(saved(path), words));
  };
  const isAt = async (name: string): Promise<void> => {
    await workbench().page.locator('.tabs-container .tab.active', { hasText: name }).waitFor();
  };
  /** Writes at the end of the file that is open. */
  const append = async (text: string): Promise<void> => {
    const { page } = workbench();
    await page.locator('.editor-group-container.active .monaco-editor .view-lines').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(text);
  };
  /** In the list of words: types some, chooses the text that holds them, and types over it. */
  const rewords = async (words: string, key: string, now: string): Promise<void> => {
    const { page } = workbench();
    await typeInQuickInput(page, words);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: key }).first().waitFor();
    await chooseFromQuickPick(page, key);
    await page.locator('.statusbar-item', { hasText: /selected\)/ }).waitFor();
    await page.keyboard.type(now);
  };
  /** Presses a button of a toast. */
  const answer = async (words: RegExp, button: string): Promise<void> => {
    const toast = await notification(workbench().page, words);
    await pressInToast(workbench().page, toast, button);
  };
  return {
    place,
    saved,
    press,
    follow,
    nextStep,
    save,
    /** Waits until a file is the active one. */
    isAt,
    git: (...args: readonly string[]): string => gitIn(workbench().sample, workbench().sample.root, ...args),
    openFile: (name: string): Promise<void> => openFile(workbench().page, name),
    /** As where the light bulb edited a file that is not the one in front. */
    saveAll: async (path: string, words: RegExp): Promise<void> => {
      await workbench().page.keyboard.press('Control+K');
      await workbench().page.keyboard.press('s');
      await eventually(() => assert.match(saved(path), words));
    },
    othersCommit: (files: Readonly<Record<string, Edit>>, message: string, merged?: string): void =>
      othersCommit(workbench().sample, files, message, merged),
    openPmZone: (): Promise<void> => openSidebar(workbench().page, 'PM Zone'),
    /** A line of “My change”. */
    line: (text: string | RegExp): Locator => treeRow(workbench().page, 'My Change', text),
    /** Looks down “My change” for a line, from its top as far as it goes. */
    findLine: async (text: string | RegExp): Promise<void> => {
      const { page } = workbench();
      await view(page, 'My Change').locator('.monaco-list').hover();
      let tries = 0;
      await eventually(async () => {
        if (await treeRow(page, 'My Change', text).first().isVisible()) return;
        // From the top again after a while: the line may have come where it was looked for before.
        for (let up = 0; tries % 15 === 0 && up < 10; up += 1) await page.mouse.wheel(0, -300);
        if (tries++ % 15 !== 0) await page.mouse.wheel(0, 100);
        assert.fail(`no line ${String(text)} in sight`);
      });
    },
    /** An entry of the menu “…” of “My change”. */
    chooseFromMenu: async (entry: string): Promise<void> => {
      const { page } = workbench();
      const header = view(page, 'My Change').locator('.pane-header');
      // VS Code closes the menu where it draws the title's buttons anew meanwhile.
      await eventually(async () => {
        await header.hover();
        await header.getByRole('button', { name: /More Actions/ }).click({ timeout: 2000 });
        await page.locator('.monaco-menu .action-label', { hasText: entry }).first().waitFor({ timeout: 2000 });
      });
      await chooseInMenu(page, entry);
    },
    /** An entry of the menu that is open. */
    choose: (entry: string): Promise<void> => chooseInMenu(workbench().page, entry),
    /** A button in the title of “My change”. */
    pressInTitle: async (button: string): Promise<void> => {
      const header = view(workbench().page, 'My Change').locator('.pane-header');
      await header.hover();
      await header.getByRole('button', { name: button }).click();
    },
    rewords,
    /** From the next step: finds a sentence by its words, types over it and saves it as the next step says; then answers the question about the commit guard. */
    rewordsEmptyState: async (guard: 'Turn It On' | 'Not Now'): Promise<void> => {
      await press('Find Words from the Product');
      await rewords('there is nothing here yet', 'emptyState.friendly', 'Boards are where your team’s work lives');
      await nextStep(/not saved yet/);
      await press('Save');
      await eventually(() => assert.match(saved(catalog), /"Boards are where/));
      await answer(/Shall PM Zone look at each commit/, guard);
    },
    append,
    /** Makes a file in the Explorer, in a folder that is seen there, and writes into it. */
    makeFile: async (folder: string, path: string, text: string): Promise<void> => {
      const { page } = workbench();
      const name = path.slice(path.lastIndexOf('/') + 1);
      await openSidebar(page, 'Explorer');
      await explorerRow(page, folder).click({ button: 'right' });
      await chooseInMenu(page, 'New File...');
      await page.locator('.explorer-folders-view .monaco-inputbox').waitFor();
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await isAt(name);
      await append(`${text}\n`);
      await page.keyboard.press('Control+S');
      await eventually(() => assert.equal(saved(path), `${text}\n`));
    },
    /** The toasts on the screen. */
    toasts: async (): Promise<readonly string[]> =>
      (await workbench().page.locator('.notification-toast').allInnerTexts()).map((text) =>
        text.replaceAll(/\s+/g, ' '),
      ),
    answer,
    /** Reads a dialog, and presses a button of it. */
    agree: async (words: RegExp, button: string): Promise<void> => {
      const { page } = workbench();
      assert.match(await dialogText(page), words);
      await chooseInDialog(page, button);
      // The next one may stand there at once.
      await page.locator('.monaco-dialog-box', { hasText: words }).waitFor({ state: 'hidden' });
    },
    /** Ticks in “My change” all that the PM has to confirm, from top to bottom. */
    confirmAll: async (): Promise<void> => {
      const { page } = workbench();
      const change = view(page, 'My Change');
      const open = change.locator('.monaco-list-row .monaco-custom-toggle[aria-checked="false"]');
      await change.locator('.monaco-list').hover();
      await eventually(async () => {
        if ((await open.count()) > 0) await open.first().click({ timeout: 2000 });
        else await page.mouse.wheel(0, 60);
        const next = await view(page, 'Next Step').innerText();
        assert.doesNotMatch(next, /only you can confirm/);
      });
    },
    /** Confirms on the page of the change all that is asked there. */
    confirmOnPage: async (): Promise<void> => {
      const { page } = workbench();
      const open = webPage(page).getByRole('link', { name: /^I Confirm This/ });
      await open.first().waitFor();
      await eventually(async () => {
        if ((await open.count()) > 0) {
          await open.first().click({ timeout: 2000 });
          assert.fail('something is still to be confirmed');
        }
        assert.doesNotMatch(await view(page, 'Next Step').innerText(), /only you can confirm/);
      }, 60_000 * slowness);
      // Routine: nobody has to press OK.
      await page.locator('.statusbar-item', { has: page.getByLabel(/^Your confirmation/) }).waitFor();
      assert.equal(await page.locator('.notification-toast', { hasText: 'Your confirmation' }).count(), 0);
    },
    /** In “Problems”: the light bulb beside the first problem with these words, and one of its ways out. */
    applyFix: async (problem: string, way: string): Promise<void> => {
      const { page } = workbench();
      const row = page.locator('.markers-panel .monaco-list-row', { hasText: problem }).first();
      await row.hover();
      await row.locator('.codicon-light-bulb, .codicon-lightbulb').first().click();
      await chooseInMenu(workbench().page, way);
      await row.waitFor({ state: 'hidden' });
    },
  };
}
