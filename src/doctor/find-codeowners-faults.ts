import type { PolicyProblem, PolicyTip } from '../policy/policy.js';
import { codeownersFiles } from '../policy/read-tip.js';
import { findUnreadOwners, guessHost, hostNames, type HostKind } from './find-unread-owners.js';

/**
 * CODEOWNERS that the host does not read as it was meant: in a place where it does not look, beside one that it takes first, or in the other host's
 * dialect. `host` is known by the remote; `undefined` where nobody knows it.
 */
export function findCodeownersFaults(
  tip: PolicyTip,
  paths: readonly string[],
  known: HostKind | undefined,
): readonly PolicyProblem[] {
  const host = known ?? guessHost(paths);
  const { codeowners } = tip;
  const own = codeowners?.file;
  const problems = paths
    .filter((path) => path !== own && named.test(path))
    .flatMap((path): readonly PolicyProblem[] => describeUnread(path, own, host));
  if (codeowners === undefined) return problems;
  const { file } = codeowners;
  const unread = findUnreadOwners(tip, paths, host);
  if (unread !== undefined) {
    const place = unread.host === 'github' ? '.github/CODEOWNERS' : '.gitlab/CODEOWNERS';
    const message = `${hostNames[unread.host]} does not read ${file}, so it asks no owner for anything. Ask an engineer to move it to ${place}.`;
    return [...problems, { severity: 'warning', file, line: 1, message }];
  }
  const section = codeowners.sections.find((_, at) => at > 0);
  if (codeowners.dialect === 'gitlab' && section !== undefined && (host === 'github' || file.startsWith('.github/'))) {
    const message = `GitHub knows no sections like [${section.name}], and takes this line for the pattern of a file, so what is under it is owned otherwise than it says. Ask an engineer to write each line with its owners, and no sections.`;
    return [...problems, { severity: 'warning', file, line: section.line, message }];
  }
  return problems;
}

/** What is called CODEOWNERS, as hosts write it or nearly so. */
const named = /(?:^|\/)\.?code[-_]?owners(?:\.(?:md|txt|ya?ml))?$/iu;

/** Where other files of that name lie for another reason. */
const aside =
  /(?:^|\/)(?:__\w+__|(?:[\w.]+[-_.])?tests?|testdata|specs?|fixtures?|examples?|samples?|templates?|vendor|third[-_]party|node_modules)\//iu;

function describeUnread(path: string, own: string | undefined, host: HostKind | undefined): readonly PolicyProblem[] {
  const problem = (severity: PolicyProblem['severity'], message: string): readonly PolicyProblem[] => [
    { severity, file: path, line: 1, message },
  ];
  const isPlace = codeownersFiles.some((each) => each === path);
  // A repository may lie on both hosts.
  if (isPlace && (path.startsWith('.gitlab/') || own === '.gitlab/CODEOWNERS') && host === undefined) return [];
  if (isPlace && own === undefined)
    return problem(
      'warning',
      `${path} belongs to the repository and cannot be read here, so nobody is asked by it. Ask an engineer to put it back as a plain file.`,
    );
  if (isPlace)
    return problem(
      path.startsWith('.gitlab/') ? 'info' : 'warning',
      `${path} is not read, since ${own} is. Ask an engineer to move its lines there and to take this one out.`,
    );
  if (aside.test(path)) return [];
  return problem(
    own === undefined ? 'warning' : 'info',
    `${path} is read by no host: the file is called CODEOWNERS, in capitals, and lies in .github/, at the root, in docs/ or in .gitlab/. Ask an engineer to ${own === undefined ? 'move it to .github/CODEOWNERS' : `move the lines that are still meant to ${own}, which counts here, and to take it out`}.`,
  );
}
