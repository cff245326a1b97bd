/** Which entity of the extraction is which entity of the gold. */
import type { Entity } from '../../src/core/model';
import type { GoldEntity } from './gold';

/** An extracted entity stands for the gold entity with which it shares most mentions, over all sources. */
export class Alignment {
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly #votes = new Map<string, Map<string, number>>();

  constructor(entities: readonly Entity[]) {
    this.#entities = new Map(entities.map((e) => [e.id, e]));
  }

  /** Counts one mention that both have. */
  vote(entity: string, gold: string): void {
    let votes = this.#votes.get(entity);
    if (votes === undefined) {
      votes = new Map<string, number>();
      this.#votes.set(entity, votes);
    }
    votes.set(gold, (votes.get(gold) ?? 0) + 1);
  }

  /** The gold id that an extracted entity stands for; the first voted for where votes are equal. */
  goldOf(entity: string): string | undefined {
    let best: string | undefined;
    let most = 0;
    for (const [gold, count] of this.#votes.get(entity) ?? [])
      if (count > most) {
        best = gold;
        most = count;
      }
    return best;
  }

  /** The extracted entities that stand for a gold entity. */
  entitiesOf(gold: string): readonly Entity[] {
    return [...this.#entities.values()].filter((e) => this.goldOf(e.id) === gold);
  }

  /**
   * Whether an extracted entity may stand for this gold entity: itself, or any place or body of the country where the
   * gold entity is a place (a capital or an army for its country).
   */
  matches(entity: string, gold: GoldEntity | undefined): boolean {
    if (gold === undefined) return false;
    if (this.goldOf(entity) === gold.id) return true;
    const found = this.#entities.get(entity);
    return (
      found !== undefined &&
      found.kind !== 'person' &&
      gold.kind === 'place' &&
      Boolean(found.country) &&
      found.country === gold.country
    );
  }
}
