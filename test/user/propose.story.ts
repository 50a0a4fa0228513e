import assert from 'node:assert/strict';
import { editorText, eventually, notification, runCommand, screenshot } from '../vscode/workbench.js';
import { token, useLoopbackGithub } from './github-on-loopback.js';

describe('a PM has a title, a summary and labels proposed', () => {
  const { host, workbench, pm } = useLoopbackGithub();
  before(() => {
    for (const [name, description] of [
      ['onboarding', 'What new people meet first'],
      ['wording', ''],
      ['area/search', 'About the search'],
      ['automerge', 'Merged by a bot'],
    ] as const) {
      host().github.labels.add(name);
      host().github.descriptions.set(name, description);
    }
  });
  const rows = () => workbench().page.locator('.quick-input-list .monaco-list-row');

  it('gets those of files and owners where VS Code has no model, and may leave them', async () => {
    const { page } = workbench();
    host().signsIn(token);
    await pm.openPmZone();
    await pm.nextStep(/Share your change|review/i);
    await runCommand(page, 'PM Zone: Open Pull Request…');
    await notification(page, /This is what your engineering DRI will read/);
    await page.locator('.editor-actions').getByRole('button', { name: 'Propose Title and Labels' }).click();
    await pm.agree(/wants to sign in using GitHub Enterprise/, 'Allow');
    await rows().filter({ hasText: 'Label wording, proposed by its files and owners' }).waitFor();
    assert.equal(
      await rows()
        .filter({ hasText: /automerge|search|AI/ })
        .count(),
      0,
    );
    await screenshot(page, 'propose-by-rules');
    await page.keyboard.press('Escape');
    assert.match(await editorText(page), /^# A friendlier empty state/);
  });

  it('chooses the model that reads it, and takes what they tick', async () => {
    const { page } = workbench();
    const title = 'Say what to do first on an empty page';
    const summary = 'People who are new read what to do first. Ask @erin, https://x.example.';
    host().answers(JSON.stringify({ title, summary, labels: ['automerge', 'onboarding'] }));
    await runCommand(page, 'PM Zone: Propose Title and Labels…');
    await rows().filter({ hasText: 'Ask Small Model' }).waitFor();
    await screenshot(page, 'propose-who');
    await rows().filter({ hasText: 'Ask Small Model' }).click();
    await rows().filter({ hasText: 'Title, proposed by AI' }).waitFor();
    await rows().filter({ hasText: 'first. Ask @erin, https://x.example.' }).waitFor();
    await screenshot(page, 'propose-what');
    assert.equal(await rows().filter({ hasText: 'automerge' }).count(), 0);
    for (const what of ['Title, proposed by AI', 'Summary, proposed by AI', 'Label onboarding, proposed by AI'])
      await rows().filter({ hasText: what }).click();
    await page.keyboard.press('Enter');
    await eventually(async () => assert.match(await editorText(page), new RegExp(`^# ${title}`)));
    const text = (await editorText(page)).replace(/\s+/g, ' ');
    assert.match(text, /Proposed by AI and taken by the author: the title; the summary above; the label onboarding\./);
    assert.doesNotMatch(text, /\s@erin, https:\/\/x/);
    await screenshot(page, 'propose-taken');
    const question = host().question();
    assert.match(question, /"title":"A friendlier empty state"[^]*"name":"onboarding"/);
    assert.doesNotMatch(question, /automerge|session|src\/auth/);
  });

  it('opens it with them', async () => {
    const { page } = workbench();
    await runCommand(page, 'PM Zone: Open It on GitHub');
    await notification(page, /Pull request \d+ is open\./);
    const [pull] = [...host().github.pulls.values()];
    assert.equal(pull?.title, 'Say what to do first on an empty page');
    assert.ok(pull.labels.includes('onboarding') && !pull.labels.includes('wording'), pull.labels.join());
    assert.match(
      pull.body,
      /^People who are new read what to do first\.[^]*\n\nProposed by AI and taken by the author/,
    );
  });
});
