import type { HostedPreview } from '../hosts/pull-request-host.js';
import type { BodyPart } from '../pull-request/draft-pull-request.js';
import { toInlineCode, toPlainMarkdown } from '../text/plain-markdown.js';
import { encodePercent } from '../text/path-names.js';

/** Signs of an address; no preview's is as long. */
const longestAddress = 500;

/** The parts of a description with where the change runs beside what changed, as it is at that commit; as they are where it runs nowhere. */
export function withPreviews(
  parts: readonly BodyPart[],
  previews: readonly HostedPreview[],
  commit: string,
): readonly BodyPart[] {
  const links = previews.flatMap(({ environment, address }) => {
    const link = toLink(address);
    return link === undefined ? [] : [`${link} (${toPlainMarkdown(environment, 60)})`];
  });
  if (links.length === 0) return parts;
  const line = `**Preview** at ${toInlineCode(commit.slice(0, 10))}: ${links.join(', ')}`;
  const beside = parts.find(({ id }) => id === 'changes') ?? parts[0];
  return parts.map((part) => (part === beside ? { ...part, text: `${part.text}\n\n${line}` } : part));
}

/** An address by https as a link that shows whose it is; whoever deploys says it, so nothing of it is Markdown. */
function toLink(address: string): string | undefined {
  const url = address.length <= longestAddress && URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
  const target = url.href.replace(/[^\w.~:/?#@!$&+,;=%-]/g, encodePercent);
  return `[${toPlainMarkdown(url.host, 100)}](${target})`;
}
