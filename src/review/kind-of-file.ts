/** The kinds of thing a PM changes (design §4 to §7: sections of the review, labels, "My zone"). */
export type FileKind =
  'copy' | 'flags' | 'prompts' | 'events' | 'components' | 'docs' | 'config' | 'planning' | 'other';

const folders: readonly (readonly [FileKind, RegExp])[] = [
  ['copy', /^(?:i18n|l10n|locales?|lang|langs|languages?|translations?|messages|copy|strings)$/],
  ['prompts', /^prompts?$/],
  ['events', /^(?:analytics|telemetry|events|tracking)$/],
  ['components', /^(?:components?|pages|views|ui|widgets)$/],
];

/**
 * Says by its path alone what kind of thing a file is: by name first, then by its nearest telling folder, then by ending. It is
 * used to say which items concern a change and how to label it, never to open anything.
 */
export function kindOfFile(path: string): FileKind {
  const segments = path.toLowerCase().split('/');
  const name = segments.splice(-1).join('');
  if (name === 'planning.md') return 'planning';
  if (
    /^(?:feature[-_.]?)?flags?\.(?:ya?ml|json)$/.test(name) ||
    /\.flags?\.(?:ya?ml|json)$/.test(name) ||
    name === 'features.yaml'
  )
    return 'flags';
  if (/^events?\.[a-z]+$/.test(name)) return 'events';
  for (const folder of segments.reverse()) {
    const kind = folders.find(([, pattern]) => pattern.test(folder))?.[0];
    if (kind !== undefined) return kind;
  }
  if (/\.(?:md|mdx|markdown|rst|adoc|txt)$/.test(name)) return 'docs';
  if (/\.(?:tsx|jsx|vue|svelte|css|scss|less|html?)$/.test(name)) return 'components';
  if (/\.(?:json|ya?ml|toml|ini|properties|xml|env)$/.test(name)) return 'config';
  return 'other';
}
