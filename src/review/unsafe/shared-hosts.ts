/** Sites at which anybody has pages of their own: whose they are says only what stands behind the name. */
const shared: ReadonlySet<string> = new Set(
  (
    'github.com gist.github.com raw.githubusercontent.com gitlab.com bitbucket.org codeberg.org npmjs.com docker.com t.me telegram.me discord.gg ' +
    'wa.me bit.ly tinyurl.com goo.gl t.co is.gd ow.ly rebrand.ly cutt.ly forms.gle docs.google.com drive.google.com sites.google.com ' +
    'storage.googleapis.com s3.amazonaws.com dropbox.com notion.site medium.com linktr.ee patreon.com paypal.me buymeacoffee.com ko-fi.com ' +
    'youtube.com youtu.be x.com twitter.com facebook.com instagram.com linkedin.com tiktok.com reddit.com pastebin.com codepen.io jsfiddle.net ' +
    'codesandbox.io stackblitz.com replit.com unpkg.com cdn.jsdelivr.net esm.sh'
  ).split(' '),
);

/** At these anybody has an address. */
const mailboxes =
  /^(?:g(?:oogle)?mail\.com|(?:outlook|hotmail|live|msn|yahoo|ymail|gmx|icloud|me|mac|aol|proton|protonmail|zoho|yandex|mail|qq|163|126|web|fastmail|tutanota|pm)\.(?:com|net|org|de|me|ru|fr|it|es|co\.uk|at|ch|eu))$/u;

/** A site with whose page it is, where it is one of many people: `github.com/acme`. */
export function withOwner(host: string, path: string): string {
  return shared.has(host) && path !== '' ? `${host}/${path.toLowerCase()}` : host;
}

/** The site of a mail address, or all of the address where everybody has one. */
export function siteOfMail(name: string, host: string): string {
  return mailboxes.test(host) ? `${name.toLowerCase()}@${host}` : host;
}
