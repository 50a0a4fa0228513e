import type { PolicySession } from '../policy/policy-session.js';
import { findSecretInMessage } from '../review/find-secret-in-message.js';
import type { HeldRef } from './commit/parse-pushed-refs.js';

const replaceIt =
  'If it is in use, ask your engineering DRI (the engineer who answers for your changes) to replace it.';

/**
 * What is said of a secret in the name of a branch or tag, here or there, or in the message of a tag, without it; `undefined` where
 * there is none. The messages of commits are the review's.
 */
export async function findPushedSecret(
  { repository }: Pick<PolicySession, 'repository'>,
  pushed: readonly HeldRef[],
): Promise<string | undefined> {
  for (const { name, oid, remoteName } of pushed) {
    const inName = await findSecretInMessage(`${name}\n${remoteName}`);
    if (typeof inName === 'object')
      return `the name of a branch or tag that you share looks like ${inName.kind}, and everyone who can read the repository sees names. Give it another one (git branch -m, or git tag). ${replaceIt}`;
    // A tag may stand for a tag.
    let next: string | undefined = oid;
    while (next !== undefined) {
      const object = (await repository.objects.read([next])).get(next);
      if (typeof object !== 'object' || object.type !== 'tag') break;
      const text: string | undefined = object.content?.toString('utf8');
      const inTag = text === undefined ? 'too-long' : await findSecretInMessage(text);
      if (inTag === 'too-long')
        return `the message of ${name} is too long to be searched for keys and passwords. Write a shorter one (git tag --force).`;
      if (inTag !== undefined)
        return `the message of ${name} has what looks like ${inTag.kind}, and everyone who can read the repository sees it. Write it anew without (git tag --force). ${replaceIt}`;
      next = /^object ([0-9a-f]+)$/mu.exec(String(text))?.[1];
    }
  }
  return undefined;
}
