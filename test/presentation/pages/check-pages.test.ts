import assert from 'node:assert/strict';
import { renderCheckPage } from '../../../src/presentation/pages/render-check-page.js';
import { findCheckPage, documentedChecks } from '../../../src/presentation/pages/check-pages.js';
import { builtInChecklist } from '../../../src/policy/built-in-checklist.js';
import { checks } from '../../../src/review/checks/list.js';

describe('the pages on checks', () => {
  it('are there for each check and each item of the built-in checklist, and for nothing else', () => {
    const listed = [...builtInChecklist.matchAll(/<!-- check: ([\w-]+) -->/g)].map(([, id]) => String(id));
    const wanted = new Set([...checks.map(({ id }) => id), ...listed]);
    assert.deepEqual([...documentedChecks].sort(), [...wanted].sort());
  });

  it('say what it means and what to do, in whole sentences', () => {
    for (const id of documentedChecks) {
      const { title, meaning, fixes } = findCheckPage(id);
      assert.ok(title !== '' && !title.endsWith('.'), id);
      for (const sentence of [meaning, ...fixes]) assert.match(sentence, /^[A-Z].*[.?]$/, id);
      assert.ok(fixes.length > 0 && fixes.length <= 4, id);
    }
  });

  it('say of any other item that it is the team’s own', () => {
    for (const id of ['our-own', '__proto__', 'constructor'])
      assert.equal(findCheckPage(id).title, 'Your team’s own check');
  });

  it('are pages without a script, on which nothing of the id is live', () => {
    const labels = { language: 'en', howToFix: 'How to fix it', checkName: 'This is “{0}”.' };
    const html = renderCheckPage('<script>$&', labels, 'abc');
    assert.match(html, /This is “&#60;script&#62;\$&#38;”\./);
    assert.match(html, /default-src 'none'; style-src 'nonce-abc'/);
    assert.ok(!html.includes('<script'));
    assert.match(renderCheckPage('copy-catalog', labels, 'abc'), /<h1>A text would come out wrong<\/h1>/);
  });
});
