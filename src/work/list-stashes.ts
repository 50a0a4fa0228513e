import { runGitLines, type Work } from './work.js';

/** What git itself put away (`git stash`, “Stash” of Source Control), the newest first: when, and on which branch or with which words. */
export async function listStashes(work: Work): Promise<readonly { readonly at: string; readonly words: string }[]> {
  const lines = await runGitLines(work, ['stash', 'list', '--format=%ct %gs']);
  return lines.map((line) => {
    const end = line.indexOf(' ');
    return { at: new Date(Number(line.slice(0, end)) * 1000).toISOString(), words: line.slice(end + 1) };
  });
}
