import * as z from 'zod/mini';
import { HostApi, type HostApiOptions } from '../hosts/host-api.js';
import { HostError, orTrouble, type HostTroubleKind } from '../hosts/host-error.js';
import type { ProposalPrompt } from '../pull-request/write-proposal-prompt.js';

/** A language model behind an address that talks as OpenAI's does, as the user named it. */
export interface NamedModel {
  /** What stands before `/chat/completions`: by `https://`, or on this computer itself. */
  readonly address: string;
  readonly name: string;
  readonly key: string | undefined;
}

const limits: HostApiOptions['limits'] = { milliseconds: 90_000, bytes: 1_000_000, patience: 5000 };

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.nullable(z.string()) }) })),
});

/** Asks it once: what it answered, or why nothing came of it, in words that follow a colon. The key goes to that address alone. */
export async function askModel(
  { address, name, key }: NamedModel,
  { task, data }: ProposalPrompt,
): Promise<{ readonly answer: string } | { readonly why: string }> {
  const asked = await orTrouble(async () => {
    const api = new HostApi({
      base: address,
      prefix: '',
      headers: { accept: 'application/json', 'user-agent': 'pm-zone' },
      token: key === undefined ? undefined : { header: 'authorization', scheme: 'Bearer ', secret: key },
      limits,
    });
    const messages = [
      { role: 'system', content: task },
      { role: 'user', content: data },
    ];
    const { choices } = await api.post('/chat/completions', { model: name, messages, stream: false }, completion);
    const [first] = choices;
    if (typeof first?.message.content === 'string') return first.message.content;
    throw new HostError({ kind: 'malformed', sentence: 'It answered nothing.' });
  });
  return 'value' in asked ? { answer: asked.value } : { why: whyNot(asked.trouble.kind) };
}

function whyNot(kind: HostTroubleKind): string {
  switch (kind) {
    case 'unauthorized':
    case 'forbidden':
      return 'it does not take the key';
    case 'not-found':
      return 'there is no such model at this address';
    case 'rate-limit':
      return 'it has too much to do just now';
    case 'cut':
    case 'timeout':
      return 'it could not be reached, or took too long';
    default:
      return 'it gave no answer that can be used';
  }
}
