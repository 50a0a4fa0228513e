import { controlFilesOf } from '../../policy/control-files.js';
import type { Policy, PolicyProblem } from '../../policy/policy.js';
import type { Revision } from '../../policy/revision.js';
import { readAttributes, type Attribute } from './read-attributes.js';

/**
 * Lines of `.gitattributes` by which a change of the policy is folded away in a pull request, or shown as bytes, so that nobody sees what it opens; and those by
 * which a merge keeps one side of it, or both, without a conflict.
 */
export async function findHiddenPolicy(
  policy: Policy,
  paths: readonly string[],
  revision: Pick<Revision, 'readPlain'>,
): Promise<readonly PolicyProblem[]> {
  const tracked = new Set(paths);
  const files = controlFilesOf(policy).filter((path) => tracked.has(path));
  const found = new Map<string, PolicyProblem>();
  for (const [path, attributes] of await readAttributes(files, revision)) {
    for (const attribute of attributes.values()) {
      const message = whatItDoes(path, attribute);
      const { file, line } = attribute;
      // One line for all of them, and “binary” for both that it does.
      if (message !== undefined && !found.has(`${file}:${line}`))
        found.set(`${file}:${line}`, { severity: 'warning', file, line, message });
    }
  }
  return [...found.values()];
}

function whatItDoes(path: string, { text, written, file }: Attribute): string | undefined {
  if (hiding.test(text))
    return `“${written}” keeps changes of ${path} from being shown in a pull request, so nobody sees what a change of the policy opens. Ask an engineer to take the line out, or to add a line “${from(file, path)} diff -linguist-generated” below it.`;
  if (!merging.test(text)) return undefined;
  const how =
    text === 'merge=union'
      ? 'puts both sides of it one below the other, with lines that one of them took out'
      : 'leaves one side of it as it was and drops what the other said';
  return `“${written}” settles how git merges ${path} where two branches changed it: it ${how}, so that a lock can go without anybody’s word. Ask an engineer to take the line out, or to add a line “${from(file, path)} merge” below it.`;
}

const hiding = /^(?:-diff|linguist-(?:generated|vendored)(?:=true)?|gitlab-generated(?:=true)?)$/u;
/** Any but git’s usual way, which two changes of one line stop. */
const merging = /^(?:-merge|merge=(?!text$).*)$/u;

/** A path as it is written in an attribute file above it. */
function from(file: string, path: string): string {
  return path.slice(file.length - '.gitattributes'.length);
}
