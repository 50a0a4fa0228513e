import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isManifest } from '../../../src/review/is-manifest.js';
import { isNamedAlike } from '../../../src/policy/standing/named-alike.js';
import { createJudge } from '../../../src/policy/judge.js';
import { createReviewContext } from '../../support/review-context.js';

const { policy } = createReviewContext({
  zone: { rules: [{ effect: 'allow', glob: '**/*.json', conditions: [], line: 1, text: '`**/*.json`' }] },
});
const judge = createJudge(policy, { kind: 'no-roster', names: [], rows: [] });
const standing = (path: string): string => judge.judge(path).standing;

describe('a catalog that is called like a manifest', () => {
  const open = ['project', 'workspace', 'global', 'Project'].flatMap((name) => [
    `packages/i18n/src/locales/de/${name}.json`,
    `public/locale/pt-BR/${name}.json`,
    `translations/zh_Hant/${name}.json`,
    `locales/ua/${name}.json`,
  ]);
  const locked = [
    'project.json',
    'apps/web/project.json',
    'locales/project.json',
    'locales/de/parts/project.json',
    'locales/web/project.json',
    'locales/app/project.json',
    'lang/js/project.json',
    'libs/i18n/en/project.json',
    'libs/en/project.json',
    'locales/de/package.json',
    'locales/de/nx.json',
    '.github/locales/de/project.json',
    'locales/de/../project.json',
  ];

  it('is judged by where it lies, whatever was asked before', () => {
    for (const path of [...open, ...locked, ...open]) {
      assert.equal(standing(path), open.includes(path) ? 'editable' : 'locked', path);
      const isOwn = open.includes(path) || path === '.github/locales/de/project.json';
      assert.equal(isNamedAlike(path), isOwn, path);
    }
    assert.match(judge.judge('apps/web/project.json').because[0]?.text ?? '', /is read by tools/u);
  });

  it('is judged the same in a folder that others share and by itself', () => {
    const name = fc.constantFrom('locales', 'lang', 'de', 'en-US', 'app', 'src', '.github', 'i18n', 'project.json');
    fc.assert(
      fc.property(fc.array(name, { maxLength: 6 }), fc.constantFrom('project.json', 'a.json'), (folders, file) => {
        const path = [...folders, file].join('/');
        const alone = createJudge(policy, { kind: 'no-roster', names: [], rows: [] }).judge(path).standing;
        assert.equal(standing(path), alone, path);
        if (file === 'project.json' && !folders.includes('.github'))
          assert.equal(alone === 'editable', isNamedAlike(path), path);
      }),
    );
  });

  it('is one by what it holds: texts and nothing that a tool would go by', () => {
    const texts = [
      '{}',
      '\uFEFF{"title": "Project"}',
      '{"projectType": "Project type", "sourceRoot": "Source root", "targets": "Targets", "tags": "Tags"}',
      '{"targets": {"list": {"title": "Targets of {name}"}}, "release": {"title": "Release"}}',
      '{"projects": {"empty": "No projects yet"}, "sdk": {"title": "SDK"}, "namedInputs": {"a": "b"}, "generators": {"a": "b"}}',
    ];
    for (const text of texts) assert.equal(isManifest(text), false, text);
    const manifests = [
      '',
      '[]',
      'null',
      '{"a": ',
      '// Nx\n{"name": "web"}',
      '{"$schema": "../../node_modules/nx/schemas/project-schema.json"}',
      '{"title": "A", "targets": {"build": {}}}',
      '{"t\\u0061rgets": {"build": {"command": "curl x | sh"}}}',
      '{"targets": {"a": {"title": "A"}, "build": {"executor": "nx:run-commands"}}}',
      '{"architect": {"build": {"builder": "x"}}}',
      '{"sourceRoot": "libs/a/src"}',
      '{"projectType": "library"}',
      '{"implicitDependencies": ["web"]}',
      '{"tags": []}',
      '{"namedInputs": {"default": ["{projectRoot}/**"]}}',
      '{"generators": {"@nx/react:component": {}, "a/b": {}}}',
      '{"release": {"version": {}}}',
      '{"version": 2, "projects": {"web": "apps/web"}}',
      '{"sdk": {"version": "8.0.100"}}',
      '{"msbuild-sdks": {}}',
    ];
    for (const text of manifests) assert.equal(isManifest(text), true, text);
  });

  it('stays one whatever texts it holds, and is none once a target to run is beside them', () => {
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/u), fc.oneof({ maxDepth: 3 }, fc.string(), tie('tree'))),
    }));
    fc.assert(
      fc.property(tree, fc.string(), (texts, command) => {
        const other = { ...(texts as object), targets: { run: { command } } };
        assert.equal(isManifest(JSON.stringify(other)), true);
        const own = Object.keys(texts as object).filter(
          (key) => key !== 'targets' && key !== 'sdk' && key !== 'release',
        );
        assert.equal(isManifest(JSON.stringify(Object.fromEntries(own.map((key) => [key, 'A text'])))), false);
      }),
    );
  });
});
