/** Words by which code is named that many policies lock, by matter. Those that are as common elsewhere ("token", "session") are left out. */
const matters: Readonly<Record<string, string>> = {
  access:
    'auth authn authz authentication authorization login logout signin sso oauth oauth2 oidc saml password passwords passkey passkeys credential credentials secret secrets security permission permissions acl rbac mfa 2fa otp totp twofactor apikey apikeys',
  money: 'payment payments billing invoice invoices refund refunds payout payouts checkout stripe paypal',
  privacy: 'pii phi privacy gdpr hipaa ssn',
};

const byWord = new Map(
  Object.entries(matters).flatMap(([matter, words]) => words.split(' ').map((word) => [word, matter] as const)),
);

/** The matter that a name's words are about, each alone or with its neighbour; `undefined` for most names. */
export function findMatter(words: readonly string[]): string | undefined {
  for (const [at, word] of words.entries()) {
    const matter = byWord.get(word) ?? byWord.get(`${words[at - 1] ?? ''}${word}`);
    if (matter !== undefined) return matter;
  }
  return undefined;
}
