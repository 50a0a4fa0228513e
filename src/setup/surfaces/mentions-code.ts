/** Says of texts whether one of them names a file of code of this repository, or a folder of such files, by its path. */
export function createCodeMentions(paths: readonly string[]): (text: string) => boolean {
  const places = new Set<string>();
  for (const path of paths) {
    if (!code.test(path)) continue;
    // A single name, like `src`, is as often a word.
    for (let end = path.length; end > path.indexOf('/'); end = path.lastIndexOf('/', end - 1))
      places.add(path.slice(0, end));
  }
  return (text) =>
    (text.match(/[\w@.-]+(?:\/[\w@.-]+)+/gu) ?? []).some((written) => {
      const path = written.replace(/^.*\/(?:blob|tree)\/[^/]+\//u, '').replace(/^(?:\.{1,2}\/)+|\.$/gu, '');
      return path.includes('/') && places.has(path);
    });
}

const code = /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kts?|swift|php|cs|cc?|cpp|h|exs?|scala|dart|vue|svelte|sh)$/iu;
