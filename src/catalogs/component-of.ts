/**
 * The component of Rails' ViewComponent that a file belongs to, as its texts are named after it: `cards/home_component` of
 * `app/components/cards/home_component.rb`, `home_component.html.erb` and `home_component.fr.yml`, beside one another or in a folder of its name.
 */
export function componentOf(path: string): string | undefined {
  const [, folder = '', name] = component.exec(path) ?? [];
  return name === undefined ? undefined : folder + name;
}

const component = /(?:^|\/)app\/components\/((?:[\w-]+\/)*?)(\w+_component)(?:\/\2)?\.[^/]+$/;

/** The same of its texts alone. */
export function componentOfTexts(path: string): string | undefined {
  return /\.ya?ml$/i.test(path) ? componentOf(path) : undefined;
}
