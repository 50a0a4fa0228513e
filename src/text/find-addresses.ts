/** Longer words are no address, by the standard. */
const longestAddress = 320;

/**
 * The e-mail addresses in what somebody wrote as an identity: `maya@example.com`, `<maya@example.com>`, `Maya <<maya@example.com>>`,
 * several in one line. Git takes signs such as these off when it makes a commit, and a commit can be made without git.
 */
export function findAddresses(identity: string): readonly string[] {
  return identity
    .split(/[\s\0-\x1f\x7f<>(),;:"\\]+/u)
    .filter((word) => word.length <= longestAddress)
    .map((word) => word.replace(/^[.']+|[.']+$/gu, ''))
    .filter((word) => /[^@]@[^@]/u.test(word));
}
