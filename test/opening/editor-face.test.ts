import assert from 'node:assert/strict';
import { editorFace } from '../../src/opening/opening-face.js';

describe('the words of the editor for a host', () => {
  it('are those of GitLab on GitLab, and of GitHub where the host is not known', () => {
    assert.match(`${editorFace('gitlab').thing}: ${editorFace('gitlab').rights}`, /^merge request: .*“api”/u);
    assert.equal(editorFace('github').thing, 'pull request');
    assert.equal(editorFace(undefined), editorFace('github'));
  });
});
