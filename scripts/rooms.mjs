import { dirname, posix, relative, resolve, sep } from 'node:path';

/** The rooms of the core, lowest first, each with the rooms that it may import besides itself. */
const core = {
  text: [],
  git: [],
  parsers: ['text'],
  policy: ['text', 'git', 'parsers'],
  change: ['text', 'git'],
  planning: ['text', 'parsers', 'policy', 'change'],
  catalogs: ['text', 'parsers', 'change'],
  flags: ['text', 'git', 'parsers', 'policy', 'change'],
  doctor: ['text', 'git', 'parsers', 'policy', 'change', 'flags'],
  setup: ['text', 'git', 'policy', 'change', 'catalogs', 'flags', 'doctor'],
  work: ['text', 'git', 'parsers', 'planning'],
  attestations: ['text', 'git', 'policy', 'change', 'work'],
  review: ['text', 'git', 'parsers', 'policy', 'change', 'planning', 'catalogs', 'flags', 'attestations'],
  gate: ['text', 'git', 'policy', 'change', 'doctor', 'planning', 'attestations', 'review'],
  hosts: ['text', 'git', 'gate'],
  controls: ['text', 'policy', 'hosts'],
  formats: ['text', 'doctor', 'attestations', 'review', 'gate'],
  ci: ['text', 'git', 'policy', 'change', 'review', 'gate', 'hosts', 'formats'],
  'pull-request': ['text', 'git', 'parsers', 'policy', 'change', 'planning', 'catalogs', 'flags', 'review', 'formats'],
  opening: ['text', 'git', 'review', 'hosts', 'pull-request'],
  papers: ['text', 'git', 'policy', 'planning', 'flags', 'doctor', 'review', 'controls'],
  guard: ['text', 'git', 'policy', 'change', 'attestations', 'review'],
};

/** Folders of src that hold rooms and are none themselves: the rooms of the core that theirs may import, and theirs, lowest first. */
const wings = {
  presentation: {
    knows: Object.keys(core).filter((room) => !['ci', 'guard', 'work'].includes(room)),
    rooms: {
      'my-change': [],
      'my-zone': [],
      pages: [],
      'policy-file': [],
      requests: [],
      words: [],
      findings: ['my-change'],
      plan: ['my-change', 'words'],
      'quick-fixes': ['my-change', 'plan'],
      'change-page': ['my-change', 'pages', 'findings', 'quick-fixes', 'words'],
      'words-page': ['pages', 'change-page', 'words'],
      tree: ['my-change', 'pages', 'change-page'],
      reader: ['findings', 'my-change', 'my-zone', 'plan', 'words', 'words-page'],
    },
  },
  editor: {
    knows: [...Object.keys(core), 'presentation'],
    rooms: {
      ui: [],
      reader: [],
      sessions: ['ui', 'reader'],
      services: ['ui', 'reader', 'sessions'],
      operations: ['ui', 'sessions', 'services'],
      badges: ['ui', 'sessions', 'services'],
      plan: ['ui', 'sessions', 'services'],
      policy: ['ui', 'sessions', 'services'],
      catalogs: ['ui', 'sessions', 'services'],
      locks: ['ui', 'sessions', 'services', 'operations'],
      review: ['ui', 'reader', 'sessions', 'services', 'operations'],
      views: ['ui', 'reader', 'sessions', 'services', 'badges', 'review'],
      commands: ['ui', 'reader', 'sessions', 'services', 'operations', 'badges'],
    },
  },
};

/** What each room may import besides itself: rooms by their names, wings by theirs for all of their rooms. */
const layers = new Map([
  ...Object.entries(core),
  ['commands', [...Object.keys(core), 'presentation']],
  ...Object.entries(wings).flatMap(([wing, { knows, rooms }]) => [
    [wing, [...knows, wing]],
    ...Object.entries(rooms).map(([room, below]) => [
      `${wing}/${room}`,
      [...knows, ...below.map((each) => `${wing}/${each}`)],
    ]),
  ]),
]);

/**
 * The room of a file, by its path from the project's folder: the folder directly in src, or directly in a wing, that holds it. What lies
 * directly in a wing is in the wing's own room. `undefined` for what lies directly in src, and outside of it.
 */
export function roomOf(path) {
  const [src, first, second, third] = path.split('/');
  if (src !== 'src' || second === undefined) return undefined;
  return first in wings && third !== undefined ? `src/${first}/${second}` : `src/${first}`;
}

/** An ESLint rule: what lies deeper in a room than its own folder, its face, is for the room alone. */
export const roomFace = importRule(
  {
    inside:
      '{{path}} is inside the room {{room}}: import what lies directly in {{room}}/, its face, or offer what you need there.',
  },
  (own, path) => {
    const room = roomOf(path);
    if (room === undefined || room === own || posix.dirname(path) === room) return undefined;
    return { messageId: 'inside', data: { path, room } };
  },
);

/** An ESLint rule: a room imports the rooms below it that are named beside it, and no file that lies directly in src. */
export const roomLayers = importRule(
  {
    above: '{{own}} does not know {{room}}: scripts/rooms.mjs says what a room may import.',
    caller: 'The rooms do not know {{path}}, which calls them.',
    unknown: '{{own}} is no room yet: say in scripts/rooms.mjs what it may import.',
  },
  (own, path) => {
    if (own === undefined || !path.startsWith('src/')) return undefined;
    const room = roomOf(path);
    if (room === own) return undefined;
    if (room === undefined) return { messageId: 'caller', data: { path } };
    const known = layers.get(own.slice('src/'.length));
    if (known === undefined) return { messageId: 'unknown', data: { own } };
    const names = [room, posix.dirname(room)].map((each) => each.slice('src/'.length));
    return names.some((name) => known.includes(name)) ? undefined : { messageId: 'above', data: { own, room } };
  },
);

/** A rule over each import of a file: `judge` gets the room that imports and the path that is imported. */
function importRule(messages, judge) {
  return {
    meta: { type: 'problem', schema: [], messages },
    create(context) {
      const fromRoot = (file) => relative(context.cwd, file).split(sep).join('/');
      const own = roomOf(fromRoot(context.filename));
      const check = (source) => {
        if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return;
        const path = fromRoot(resolve(dirname(context.filename), source.value)).replace(/\.js$/, '.ts');
        const fault = judge(own, path);
        if (fault !== undefined) context.report({ node: source, ...fault });
      };
      return {
        ImportDeclaration: ({ source }) => check(source),
        ExportNamedDeclaration: ({ source }) => check(source),
        ExportAllDeclaration: ({ source }) => check(source),
        ImportExpression: ({ source }) => check(source),
        TSImportType: ({ source, argument }) => check(source ?? argument?.literal),
      };
    },
  };
}
