/** What ties a place to what happens there, from `scenes.yaml`. */
import scenes from './scenes.yaml';
import { WordSet } from './word-table';

interface SceneWords {
  readonly strikes: WordSet;
  readonly assaults: WordSet;
  readonly surroundings: WordSet;
  readonly directions: WordSet;
  readonly sufferers: WordSet;
  readonly asides: WordSet;
  readonly neighbors: WordSet;
}

let built: SceneWords | undefined;

/** The table of scenes; immutable, built when first used. */
export function sceneWords(): SceneWords {
  return (built ??= build(scenes as Readonly<Record<keyof SceneWords, readonly string[]>>));
}

function build(yaml: Readonly<Record<keyof SceneWords, readonly string[]>>): SceneWords {
  return {
    strikes: new WordSet(yaml.strikes),
    assaults: new WordSet(yaml.assaults),
    surroundings: new WordSet(yaml.surroundings),
    directions: new WordSet(yaml.directions),
    sufferers: new WordSet(yaml.sufferers),
    asides: new WordSet(yaml.asides),
    neighbors: new WordSet(yaml.neighbors),
  };
}
