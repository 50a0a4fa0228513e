import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { roomFace, roomLayers } from './scripts/rooms.mjs';

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

/** One fence: in `files`, nothing of `outside` but `doors`. */
function fence(files, doors = []) {
  const paths = outside
    .filter((name) => !doors.includes(name))
    .map((name) => ({ name, message: 'Only a door file reaches this.' }));
  return { files, rules: { 'no-restricted-imports': ['error', { paths }] } };
}

/** What Node offers of the network without an import. */
const network = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'];
const noNetwork = network.map((name) => ({ name, message: 'Only a door file reaches this.' }));

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
    plugins: { rooms: { rules: { face: roomFace, layers: roomLayers } } },
    rules: { 'rooms/face': 'error', 'rooms/layers': 'error', 'max-lines': ['error', { max: 250 }] },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
  fence(['src/*/**/*.ts']),
  fence(['src/editor/**/*.ts'], ['vscode']),
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
  {
    files: ['src/**/*.ts'],
    ignores: ['src/hosts/http-door.ts'],
    rules: {
      'no-restricted-globals': ['error', ...noNetwork],
      'no-restricted-properties': [
        'error',
        ...['globalThis', 'global'].flatMap((object) =>
          network.map((property) => ({ object, property, message: 'Only a door file reaches this.' })),
        ),
      ],
    },
  },
  fence(['src/git/git.ts'], ['node:child_process']),
  fence(['src/git/process/cat-file.ts'], ['node:child_process']),
  fence(['src/git/process/end-with-us.ts'], ['node:child_process']),
  fence(['src/commands/host/ask-gh.ts'], ['node:child_process']),
  fence(['src/git/work-git.ts'], ['node:child_process']),
  fence(['src/editor/reader/start-reader.ts'], ['node:child_process']),
  fence(
    [
      'src/git/disk.ts',
      'src/git/file-stamp.ts',
      'src/git/watch-folder.ts',
      'src/git/disk-cache.ts',
      'src/git/attestation-file.ts',
      'src/git/refused-commit-file.ts',
      'src/ci/fetch-commits.ts',
      'src/ci/job-files.ts',
      'src/git/create-file.ts',
      'src/git/hook-files.ts',
      'src/git/find-checkout.ts',
      'src/git/read-bounded-file.ts',
      'src/git/process/find-blocking-file.ts',
      'src/git/work-disk.ts',
      'src/git/git-process-note.ts',
    ],
    disk,
  ),
);
