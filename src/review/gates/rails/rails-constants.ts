import type { RailsPrograms } from './read-rails-programs.js';

/** Which class is which file's, as Rails finds it by its place. */
export interface RailsConstants {
  /** The file of a class or module named in code; `undefined` where it is none of the application's, or may be one of several. */
  fileOf(name: string): string | undefined;
  /** The files whose code names the class of this one. */
  namersOf(path: string): ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

export function indexConstants(programs: RailsPrograms): RailsConstants {
  const files = new Map<string, string | undefined>();
  for (const path of programs.keys()) {
    const segments = constantOf(path)?.split('/') ?? [];
    // Within its own modules a class is named without them.
    for (const from of segments.keys()) {
      const name = segments.slice(from).join('/');
      files.set(name, files.has(name) ? undefined : path);
    }
  }
  const fileOf = (name: string): string | undefined => files.get(name.replaceAll('::', '/').toLowerCase());
  const namers = new Map<string, Set<string>>();
  for (const [path, text] of programs) {
    for (const name of constantsIn(path, text)) {
      const file = fileOf(name);
      if (file !== undefined && file !== path) namers.set(file, (namers.get(file) ?? new Set()).add(path));
    }
  }
  return { fileOf, namersOf: (path) => namers.get(path) ?? none };
}

/** `app/models/concerns/pacbio/tag_set.rb` has `Pacbio::TagSet`, here without what acronyms may spell otherwise. */
function constantOf(path: string): string | undefined {
  return /^(?:app\/[^/]+|lib)\/(?:concerns\/)?(.+)\.rb$/.exec(path)?.[1]?.replaceAll('_', '').toLowerCase();
}

function constantsIn(path: string, text: string): ReadonlySet<string> {
  const code = /\.(?:rb|haml|slim)$/.test(path) ? [text] : (text.match(/<%(?!#)[^]*?%>/g) ?? []);
  const bare = code.join('\n').replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
  const names = new Set<string>();
  for (const [name] of bare.matchAll(/\b[A-Z]\w*(?:::[A-Z]\w*)*/g)) {
    // `Nhs::Api::Error` is named, and so are what it lies in.
    for (let rest = name; rest !== ''; rest = rest.slice(0, Math.max(0, rest.lastIndexOf('::')))) names.add(rest);
  }
  return names;
}
