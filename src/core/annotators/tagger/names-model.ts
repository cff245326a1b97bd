import bytes from './names.model';
import { loadModel, type TaggerModel } from './model';

let model: TaggerModel | undefined;

/** The model of names that ships: made by `npm run train`, read when first used. */
export function nameModel(): TaggerModel {
  return (model ??= loadModel(bytes));
}
