import assert from 'node:assert/strict';
import { explainPush } from '../../src/opening/push/explain-push.js';
import { explainTrouble } from '../../src/opening/explain-trouble.js';
import { askingFace, editorFace, renewingFace, sharingFace } from '../../src/opening/opening-face.js';

describe('the words of the editor for a host', () => {
  it('are those of GitLab on GitLab, and of GitHub where the host is not known', () => {
    assert.match(`${editorFace('gitlab').thing}: ${editorFace('gitlab').rights}`, /^merge request: .*“api”/u);
    assert.equal(editorFace('github').thing, 'pull request');
    assert.equal(editorFace(undefined), editorFace('github'));
  });

  it('are others where somebody asks how it stands: they open none', () => {
    const kinds = ['unauthorized', 'forbidden', 'sign-on', 'rate-limit', 'server', 'redirect'] as const;
    for (const host of ['github', 'gitlab'] as const) {
      const said = kinds.map((kind) => explainTrouble({ kind, sentence: '' }, askingFace(host)));
      assert.doesNotMatch(said.join('\n'), /Open Pull Request|write access/);
      assert.match(said.join('\n'), /for read access[^]*then choose “Ask Who Reviewed It” again/);
    }
  });

  it('say how long a host asks to wait, and never less', () => {
    const now = 1_000_000;
    const wait = (until?: number): string | undefined =>
      / Wait (.*?), then /.exec(
        explainTrouble({ kind: 'rate-limit', sentence: '', until }, editorFace('github'), now),
      )?.[1];
    const after = (minutes: number): string | undefined => wait(now + minutes * 60_000);
    assert.deepEqual(
      [
        wait(),
        after(-5),
        after(0.5),
        after(1.1),
        after(59.5),
        after(61),
        after(121),
        after(22 * 60),
        after(23 * 60 + 1),
        after(1e9),
      ],
      ['a minute', 'a minute', 'a minute', '2 minutes', 'an hour', '2 hours', '3 hours', '22 hours', 'a day', 'a day'],
    );
  });

  it('are those of sharing where nothing is opened', () => {
    for (const host of ['github', 'gitlab'] as const) {
      const said = ['rejected', 'Failed to connect', 'Authentication failed', 'GH006'].map(
        (words) =>
          explainPush({ said: words === 'rejected' ? '[rejected]' : words }, 'pm/home', sharingFace(host)).message,
      );
      for (const each of said) assert.match(each, /then choose “Share My Change” again\./);
    }
  });

  it('names the button of one that is open already', () => {
    assert.equal(editorFace('gitlab').renew, 'choose “Renew My Merge Request”');
    assert.equal(renewingFace('github').again, 'choose “Renew My Pull Request” again');
    const words = JSON.stringify(renewingFace('gitlab'));
    assert.match(words, /then choose “Renew My Merge Request” again\. Or open it as a draft/);
    assert.doesNotMatch(words, /“Open Pull Request” again[.,]/);
  });
});
