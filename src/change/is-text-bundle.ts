/** Is a file called as Java's bundles of texts are, wherever they lie: `messages_de.properties`, `ValidationMessages.properties`? */
export function isTextBundle(name: string): boolean {
  return bundle.test(name);
}

const bundle =
  /^(?:[a-z]{0,40}(?:messages|bundle|strings)|applicationresources|texts?|labels|translations?)(?:_[a-z]{2}(?:_\w{2,4})?)?\.properties$/i;
