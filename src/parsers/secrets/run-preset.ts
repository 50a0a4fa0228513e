import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { looksRandom } from './looks-random.js';
import type { Secret } from './find-secret-tokens.js';
import { ownHost } from './secret-shapes.js';
import { isPlaceholder, isSamplePassword } from './is-placeholder.js';

/**
 * What secretlint's recommended rules report, less the samples. The rules are run here and not by `@secretlint/core`, whose clean-up
 * of findings is quadratic (a minute for 1 MB of tokens), which keeps a performance mark of every rule and file for as long as
 * the process lives, and which lets the rule for `.p12` files read the disk. Comments that switch secretlint off have no effect:
 * the rule that obeys them is left out.
 */
export function runPreset(path: string, content: string): Secret[] {
  const found: Secret[] = [];
  for (const rule of rules) {
    if (rule.meta.id !== '@secretlint/secretlint-rule-filter-comments')
      runRule(rule as unknown as PresetRule, path, content, found);
  }
  return found;
}

/** What a rule of the preset is given here of secretlint's context and source, and all that one uses of them. */
interface PresetRule {
  readonly meta: { readonly id: string };
  create(context: unknown, options: unknown): { readonly file?: (source: unknown) => unknown };
}

function runRule(rule: PresetRule, path: string, content: string, found: Secret[]): void {
  const name = rule.meta.id.replace('@secretlint/secretlint-rule-', '');
  // Ours read these, and ask for a key or a password that is none of a sample.
  if (ownBetter.has(name)) return;
  const kind = names.get(name) ?? 'a key or token';
  const context = {
    createTranslator: () => (messageId: string) => ({ messageId }),
    report: ({ range: [start, end] }: { readonly range: readonly [number, number] }) => {
      const last = name === 'aws' ? endOfValue(content, start, end) : end;
      if (name === 'gcp' || !isSample(name, content.slice(start, last))) found.push({ kind, start, end: last });
    },
  };
  // Only the rule of Google Cloud's keys asks, and parses all that ends in `.json`; with `.p12` it would read the disk.
  const ext = /\.json$/i.test(path) && content.includes('private_key') ? '.json' : '';
  rule.create(context, {}).file?.({ filePath: path, ext, content, contentType: 'text', hasBOM: false });
}

/** The rule for AWS gives the place of the name and the length of the value, which may stand some lines further down. */
function endOfValue(content: string, start: number, end: number): number {
  const value = /[A-Za-z0-9/+=]{40}/.exec(content.slice(start, start + 1000));
  return value === null ? end : start + value.index + value[0].length;
}

function isSample(name: string, found: string): boolean {
  if (name === 'database-connection-string') {
    const [user, ...rest] = found
      .replace(/^.*:\/\//s, '')
      .replace(/@[^@]*$/, '')
      .split(':');
    const password = rest.join(':');
    return isSamplePassword(password, user) || (ownHost.test(found) && !looksRandom(password));
  }
  const value = found.replace(/^.*[\s"'=:]/s, '').replace(/^[a-z]{2,12}[_-]/i, '');
  // The value stands too far from its name to be seen.
  if (value === '') return false;
  return isPlaceholder(value) || (value.length > 24 && !looksRandom(value));
}

export const wholeFile = 'the key of a Google Cloud service account';

const ownBetter: ReadonlySet<string> = new Set(['privatekey', 'basicauth']);

/** What each rule of the preset looks for, in words to follow "looks like". */
const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aws: 'an AWS secret access key',
    gcp: wholeFile,
    npm: 'an npm access token',
    slack: 'a Slack token or webhook',
    sendgrid: 'a SendGrid key',
    shopify: 'a Shopify key',
    github: 'a GitHub token',
    gitlab: 'a GitLab token',
    grafana: 'a Grafana token',
    openai: 'an OpenAI key',
    anthropic: 'an Anthropic key',
    groq: 'a Groq key',
    huggingface: 'a Hugging Face token',
    linear: 'a Linear token',
    notion: 'a Notion token',
    '1password': 'a 1Password token',
    'database-connection-string': 'a database address with a password in it',
    'hashicorp-vault': 'a HashiCorp Vault token',
    vercel: 'a Vercel token',
    databricks: 'a Databricks token',
    docker: 'a Docker token',
    figma: 'a Figma token',
  }),
);
