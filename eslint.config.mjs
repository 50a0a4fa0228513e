import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { roomFace } from './scripts/rooms.mjs';

/** What only the named door files may reach: the editor, the disk, other processes, the network. */
const outside = [
  'vscode',
  ...[
    'fs',
    'fs/promises',
    'child_process',
    'net',
    'http',
    'https',
    'http2',
    'tls',
    'dns',
    'dgram',
    'worker_threads',
  ].flatMap((name) => [name, `node:${name}`]),
];

/** The layers, lowest first. A layer imports itself and the layers named beside it, nothing else of src. */
const layers = {
  repository: [],
  parsers: [],
  policy: ['repository', 'parsers'],
  change: ['repository'],
  standing: ['policy', 'change', 'repository'],
  planning: ['policy', 'change', 'repository', 'parsers'],
  review: ['planning', 'standing', 'policy', 'change', 'repository', 'parsers'],
  'pull-request': ['review', 'planning', 'standing', 'policy', 'change', 'repository', 'parsers'],
  guide: ['pull-request', 'review', 'planning', 'standing', 'policy', 'change', 'repository', 'parsers'],
  guard: ['review', 'planning', 'standing', 'policy', 'change', 'repository', 'parsers'],
  work: ['planning', 'policy', 'change', 'repository', 'parsers'],
  commands: [
    'guide',
    'guard',
    'work',
    'pull-request',
    'review',
    'planning',
    'standing',
    'policy',
    'change',
    'repository',
    'parsers',
  ],
  editor: [
    'guard',
    'work',
    'guide',
    'pull-request',
    'review',
    'planning',
    'standing',
    'policy',
    'change',
    'repository',
    'parsers',
  ],
};

/** One fence: in `files`, nothing of `outside` but `doors`, and no layer but `allowed`. */
function fence(files, { layer, doors = [] }) {
  const banned = Object.keys(layers).filter((name) => name !== layer && !layers[layer].includes(name));
  return {
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: outside
            .filter((name) => !doors.includes(name))
            .map((name) => ({ name, message: 'Only a door file reaches this.' })),
          patterns: [
            ...banned.map((name) => ({ regex: `^(\\.\\./)+${name}/`, message: `${layer} does not know ${name}.` })),
            ...(layer === 'commands' || layer === 'editor'
              ? []
              : [{ regex: '/(cli|bin|extension)\\.js$', message: 'The core does not know its callers.' }]),
          ],
        },
      ],
    },
  };
}

const disk = ['node:fs', 'node:fs/promises'];

export default defineConfig(
  globalIgnores(['dist/', 'out/', 'coverage/', '.vscode-test/', 'demo/sample/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { rooms: { rules: { face: roomFace } } },
    rules: { 'rooms/face': 'error', 'max-lines': ['error', { max: 250 }] },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
  ...Object.keys(layers)
    .filter((layer) => layer !== 'editor')
    .map((layer) => fence([`src/${layer}/**/*.ts`], { layer })),
  fence(['src/editor/**/*.ts'], { layer: 'editor', doors: ['vscode'] }),
  {
    files: ['src/editor/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name=/^show(Information|Warning|Error)Message$/] > :matches(Literal, TemplateLiteral)',
          message: 'What users read goes through l10n.t().',
        },
        {
          selector: 'NewExpression[callee.name="CommandError"] > :matches(Literal, TemplateLiteral)',
          message: 'What users read goes through l10n.t().',
        },
        {
          selector:
            'AssignmentExpression[left.property.name=/^(placeholder|prompt|title|message|tooltip)$/] > :matches(Literal[value!=""], TemplateLiteral).right',
          message: 'What users read goes through l10n.t().',
        },
      ],
    },
  },
  fence(['src/git/git.ts'], { layer: 'repository', doors: ['node:child_process'] }),
  fence(['src/git/process/cat-file.ts'], { layer: 'repository', doors: ['node:child_process'] }),
  fence(['src/git/work-git.ts'], { layer: 'repository', doors: ['node:child_process'] }),
  fence(
    [
      'src/git/disk.ts',
      'src/git/file-stamp.ts',
      'src/git/watch-folder.ts',
      'src/git/disk-cache.ts',
      'src/git/attestation-file.ts',
      'src/git/refused-commit-file.ts',
      'src/git/create-file.ts',
      'src/git/hook-files.ts',
      'src/git/work-disk.ts',
      'src/git/git-process-note.ts',
    ],
    { layer: 'repository', doors: disk },
  ),
);
