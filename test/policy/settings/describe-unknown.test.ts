import assert from 'node:assert/strict';
import { markdownRoot } from '../../markdown-root.js';
import { readSettings } from '../../../src/policy/settings/read-settings.js';
import { findZone } from '../../../src/policy/zone-section/find-zone.js';

describe('a bold label that is no setting', () => {
  const saysOf = (label: string): boolean => {
    const text = `## PM zone\n\n**${label}:** spoken in Turin\n`;
    const { problems } = readSettings(findZone(markdownRoot(text), text).section?.blocks ?? [], text);
    return problems.some(({ message }) => message.includes('is no setting that is known'));
  };

  it('is told where it may be meant as one', () => assert.ok(saysOf('Voice')));
  it('is left in peace where it begins small, as no setting does', () => assert.ok(!saysOf('voice-over')));
});
