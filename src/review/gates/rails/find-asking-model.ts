import type { ReviewContext } from '../../check.js';
import { escapeExpression } from '../../../text/escape-expression.js';

/** `activemodel.errors.models.forms/contact_input.attributes.phone.blank`, `activerecord.attributes.user.name` */
const ofModel =
  /(?:^|\.)active(?:model|record)\.(?:errors\.models\.([\w/]+)\.attributes\.(\w+)|attributes\.([\w/]+)\.(\w+))(?:\.|$)/;

/** The class that Rails shows a text for by its key alone, where it has the attribute that the key names. */
export async function findAskingModel(
  key: string,
  { snapshot }: Pick<ReviewContext, 'snapshot'>,
): Promise<string | undefined> {
  const [, checked, ofError, named, ofName] = ofModel.exec(key) ?? [];
  const attribute = ofError ?? ofName;
  if (attribute === undefined) return undefined;
  const end = `/${checked ?? named}.rb`;
  const paths = (await snapshot.paths('head')).filter((path) => path.startsWith('app/') && path.endsWith(end));
  const [model, ...others] = await snapshot.read('head', paths);
  const has = new RegExp(`[:@]${escapeExpression(attribute)}\\b`).test(model?.[1].text ?? '');
  return others.length === 0 && has ? model?.[0] : undefined;
}
