import { indexLines } from '../text/index-lines.js';

/** The first secret in a commit's message, without itself: what it looks like, and its line from 1. */
export interface MessageSecret {
  readonly kind: string;
  readonly line: number;
}

/** Looks for a secret in a commit's message; `too-long` where it is not searched. */
export async function findSecretInMessage(message: string): Promise<MessageSecret | 'too-long' | undefined> {
  const { findSecrets, maxScannedLength } = await import('../parsers/find-secrets.js');
  if (message.length > maxScannedLength) return 'too-long';
  const [secret] = findSecrets('', message);
  return secret && { kind: secret.kind, line: indexLines(message)(secret.start).line };
}
