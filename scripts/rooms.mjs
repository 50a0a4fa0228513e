import { dirname, posix, relative, resolve, sep } from 'node:path';

/** Folders of src that hold rooms and are none themselves. */
export const wings = ['presentation', 'editor'];

/**
 * The room of a file, by its path from the project's folder: the folder directly in src, or directly in a wing, that holds it. What lies
 * directly in a wing is in the wing's own room. `undefined` for what lies directly in src, and outside of it.
 */
export function roomOf(path) {
  const [src, first, second, third] = path.split('/');
  if (src !== 'src' || second === undefined) return undefined;
  return wings.includes(first) && third !== undefined ? `src/${first}/${second}` : `src/${first}`;
}

/** An ESLint rule: what lies deeper in a room than its own folder, its face, is for the room alone. */
export const roomFace = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      inside:
        '{{path}} is inside the room {{room}}: import what lies directly in {{room}}/, its face, or offer what you need there.',
    },
  },
  create(context) {
    const fromRoot = (file) => relative(context.cwd, file).split(sep).join('/');
    const own = roomOf(fromRoot(context.filename));
    const check = (source) => {
      if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return;
      const path = fromRoot(resolve(dirname(context.filename), source.value)).replace(/\.js$/, '.ts');
      const room = roomOf(path);
      if (room === undefined || room === own || posix.dirname(path) === room) return;
      context.report({ node: source, messageId: 'inside', data: { path, room } });
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
