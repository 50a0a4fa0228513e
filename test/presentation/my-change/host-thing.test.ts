import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../demo/project-folder.js';
import { hostThing, stepWords } from '../../../src/presentation/my-change/host-thing.js';

describe('the words of a host', () => {
  it('are a merge request on GitLab, and else a pull request', () => {
    assert.deepEqual((['gitlab', 'github', undefined] as const).map(hostThing), [
      'merge request',
      'pull request',
      'pull request',
    ]);
  });

  it('are those of each step whose words name one', () => {
    const texts = JSON.parse(readFileSync(join(projectFolder(), 'package.nls.json'), 'utf8')) as Record<string, string>;
    const steps = Object.keys(texts).filter((key) => key.startsWith('next.') && !key.endsWith('-gitlab'));
    assert.ok(steps.length > 20);
    for (const key of steps) {
      const step = key.slice('next.'.length);
      assert.equal(stepWords(step, 'github'), step);
      const words = texts[`next.${stepWords(step, 'gitlab')}`] ?? '';
      assert.doesNotMatch(words.replace(/\(command:[^)]*\)/g, ''), /pull request/i, step);
      assert.equal(
        words.replace(/merge ?request|GitLab/gi, ''),
        texts[key]?.replace(/pull request|sendPullRequest|GitHub/gi, (name) =>
          name === 'sendPullRequest' ? 'send' : '',
        ),
        step,
      );
    }
  });
});
