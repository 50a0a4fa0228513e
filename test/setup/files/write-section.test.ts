import assert from 'node:assert/strict';
import { writeSection } from '../../../src/setup/files/write-section.js';
import { noAnswers } from '../../../src/setup/pilot-answers.js';
import type { Surface } from '../../../src/setup/survey-repository.js';
import { describeRules, readPolicy } from '../../support/read-policy.js';

const surface = (kind: Surface['kind'], glob: string): Surface => ({ kind, glob, paths: [] });
const surfaces = [
  surface('copy', 'src/i18n/*.json'),
  surface('copy', 'app/src/main/res/values*/strings.xml'),
  surface('copy', 'src/Resources*.resx'),
  surface('flags', 'config/flags.yaml'),
  surface('prompts', 'src/ai/*.md'),
  surface('prompts', 'src/ai/*.txt'),
  surface('docs', 'docs/guides/**/*.mdx'),
  surface('more-docs', 'docs/*.md'),
  surface('events', 'src/analytics/events.ts'),
  surface('components', 'src/components/**/*.tsx'),
  surface('code-texts', 'src/locales/*/*.ts'),
];
const closed = [{ matter: 'money', glob: '**/payments/**', paths: [] }];
const maya = {
  name: 'Maya Rivera',
  email: 'maya@example.com',
  handle: '@maya',
  folders: ['src/home', 'src/i18n'],
  flags: ['new-home', 'new-list'],
  reviewers: ['@org/home'],
  engineeringDris: ['@erin'],
  productDris: ['@paul'],
};

describe('writeSection', () => {
  it('writes what its reader takes for exactly that', () => {
    const answers = {
      ...noAnswers,
      people: [maya, { ...maya, name: 'Tom', handle: '@tom', email: 't@example.com' }],
      engineers: ['@org/eng'],
    };
    const parts = {
      surfaces,
      closed,
      flagFiles: ['config/flags.yaml'],
      controls: 'standard',
      baseBranch: 'main',
      answers,
    } as const;
    const zone = readPolicy(writeSection(parts));
    assert.ok(zone);
    assert.match(zone.saysOfRest?.text ?? '', /^Everything else/);
    assert.deepEqual(zone.prose, []);
    assert.deepEqual(describeRules(zone), [
      '+ src/i18n/*.json',
      '+ app/src/main/res/values*/strings.xml',
      '+ src/Resources*.resx',
      '+ config/flags.yaml [owned-flags]',
      '+ src/ai/*.md',
      '+ src/ai/*.txt',
      '+ docs/guides/**/*.mdx',
      '+ docs/*.md',
      '+ src/analytics/events.ts [additions-only]',
      '+ src/components/**/*.tsx [feature-folder, design-system]',
      '+ src/locales/*/*.ts ["user-facing strings only"]',
      '- **/payments/**',
    ]);
    assert.deepEqual([zone.problems, zone.prose], [[], []]);
    const { line, ...row } = zone.roster?.[0] ?? { line: 0 };
    assert.ok(line > 0);
    assert.deepEqual(row, {
      pm: 'Maya Rivera',
      handles: ['@maya'],
      emails: ['maya@example.com'],
      featureFolders: ['src/home', 'src/i18n'],
      flags: ['new-home', 'new-list'],
      reviewers: ['@org/home'],
      engineeringDris: ['@erin'],
      productDris: ['@paul'],
    });
    const { controls, baseBranch, engineers, flagFiles, sizeLimit } = zone.settings;
    assert.deepEqual(
      [controls, baseBranch, engineers, flagFiles, sizeLimit],
      ['standard', 'main', ['@org/eng'], ['config/flags.yaml'], { files: 15, lines: 400 }],
    );
  });

  it('writes a bare zone, and the regulated one within feature folders', () => {
    const parts = {
      surfaces: surfaces.slice(0, 1),
      closed: [],
      flagFiles: [],
      baseBranch: undefined,
      answers: noAnswers,
    } as const;
    const bare = readPolicy(writeSection({ ...parts, controls: 'standard' }));
    assert.deepEqual([bare?.problems, bare?.roster, bare?.settings.controls], [[], undefined, 'standard']);
    const regulated = readPolicy(writeSection({ ...parts, controls: 'regulated' }));
    assert.ok(regulated);
    assert.deepEqual([describeRules(regulated), regulated.problems], [['+ src/i18n/*.json [feature-folder]'], []]);
    assert.equal(regulated.settings.controls, 'regulated');
  });
});
