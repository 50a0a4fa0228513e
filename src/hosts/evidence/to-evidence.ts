import { evidenceSchema, type Evidence } from '../../gate/evidence.js';
import { parseReply } from '../http/parse-reply.js';

/** What a reader put together, as evidence: a value that evidence cannot have is a `HostError` that says where it stands. */
export function toEvidence(host: string, value: Evidence): Evidence {
  return parseReply(`What ${host} says of the pull request`, evidenceSchema, value);
}
