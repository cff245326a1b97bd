import bytes from './names.model';
import { loadModel } from './model';
import { Tagger } from './tagger';
import { wordClasses } from './word-classes';

let tagger: Tagger | undefined;

/** The tagger of names with the model that ships: made by `npm run train`, read when first used. */
export function nameTagger(): Tagger {
  return (tagger ??= new Tagger(loadModel(bytes), wordClasses));
}
