import type { Gender, LocalMention, LocalOffice, NameMention, RolePhrase } from '../../annotations';
import type { ReadText } from '../input';
import type { BodyCluster } from './bodies';
import { Discourse } from './discourse';
import { NounPhrases } from './noun-phrases';
import { headOfTitle, plainTitle } from './offices';
import type { PersonCluster } from './people';
import { type Scan, scan } from './scan';
import { officeTable } from './words';
import { itemAt } from '../../items';

/** What is known of a person while the text is read. */
export interface Person {
  readonly cluster: PersonCluster;
  gender: Gender | null;
  /** Whether a title or an honorific tells the gender, and not the given name alone. */
  certainGender: boolean;
  country: string | null;
  /** What nouns and adjectives of nationality say, whomever the person serves. */
  nationality: string | null;
  readonly offices: LocalOffice[];
  /** `offices` without those that say the same again: `President X` in every paragraph is one. */
  readonly distinct: Map<string, LocalOffice>;
  readonly roles: Set<number>;
  /** Nouns said of the person: `striker`, `judge`. */
  readonly attributes: Set<string>;
  /** In years, where the text tells it. */
  age: number | null;
}

/** So often at least is somebody named whom a report is about. */
const TOPIC_MENTIONS = 3;

function topicOf(clusters: readonly PersonCluster[]): number | null {
  const counts = clusters.map((cluster) => cluster.mentions.length);
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  const topic = counts.indexOf(most);
  return most >= TOPIC_MENTIONS && counts.lastIndexOf(most) === topic ? topic : null;
}

/** What the steps of coreference share while they read one source. Lives for one call. */
export class State {
  readonly phrases: NounPhrases;
  readonly scan: Scan;
  readonly discourse: Discourse;
  readonly people: Person[] = [];
  readonly bodies: readonly BodyCluster[];
  /** The country that the report is from or about, or null. */
  home: string | null = null;
  /** The person named more than any other, and often: whom the report is about; null for none. */
  readonly topic: number | null;
  /** For each name its person, or -1. */
  readonly personOf: Int32Array;
  /** For each name its body, or -1. */
  readonly bodyOf: Int32Array;
  /** For each token the name that covers it, or -1. */
  readonly nameAt: Int32Array;
  /** 1 for each token that a title with a holder covers. */
  readonly roleAt: Uint8Array;
  /** Token → the person that the pronoun there means; -1 and below for somebody unnamed. */
  readonly pronounAt = new Map<number, number>();
  /** Title in plain form → the people of that office. */
  readonly holders = new Map<string, number[]>();
  /** Whose counterpart is whom, by which role. */
  readonly counterparts: { readonly owner: number; readonly entity: number; readonly role: number }[] = [];
  readonly mentions: LocalMention[] = [];
  #unnamed = 0;

  constructor(
    readonly read: ReadText,
    readonly names: readonly NameMention[],
    readonly roles: readonly RolePhrase[],
    clusters: readonly PersonCluster[],
    bodies: readonly BodyCluster[],
    private readonly certain: readonly boolean[],
  ) {
    const { tokens, sentences, paragraphs } = read;
    this.phrases = new NounPhrases(tokens, sentences, names, roles);
    this.scan = scan(tokens, sentences, paragraphs);
    this.discourse = new Discourse(tokens, sentences, paragraphs, (entity) => this.people[entity]?.gender ?? null);
    this.bodies = bodies;
    this.personOf = new Int32Array(names.length).fill(-1);
    this.bodyOf = new Int32Array(names.length).fill(-1);
    this.nameAt = new Int32Array(tokens.length).fill(-1);
    this.roleAt = new Uint8Array(tokens.length);
    for (const role of roles) if (role.people.length > 0) this.roleAt.fill(1, role.first, role.last);
    for (const cluster of clusters) this.addPerson(cluster);
    this.topic = topicOf(clusters);
    for (const [index, body] of bodies.entries()) for (const name of body.mentions) this.bodyOf[name] = index;
    for (const [index, name] of names.entries()) this.nameAt.fill(index, name.first, name.last);
  }

  addPerson(cluster: PersonCluster): number {
    const index = this.people.length;
    const { gender } = cluster;
    const certainGender = cluster.mentions.some((name) => this.certain[name] === true);
    this.people.push({
      cluster,
      gender,
      certainGender,
      country: null,
      nationality: null,
      offices: [],
      distinct: new Map(),
      roles: new Set(),
      attributes: new Set(),
      age: null,
    });
    for (const name of cluster.mentions) this.personOf[name] = index;
    return index;
  }

  /** A number below 0 for somebody whom the text does not name. */
  unnamed(): number {
    return --this.#unnamed;
  }

  /** The country of a role: its own, or that of the body or place it belongs to. */
  countryOf(role: RolePhrase): string | null {
    if (role.country !== null || role.organization === null) return role.country;
    return (
      this.names[role.organization]?.country ?? itemAt(this.bodies, this.bodyOf[role.organization])?.country ?? null
    );
  }

  /** Notes that a person holds an office, as a role or another's role says. */
  giveOffice(entity: number, office: LocalOffice): void {
    const person = this.people[entity];
    if (person === undefined) return;
    person.roles.add(office.role);
    person.offices.push(office);
    const said = `${office.title}|${office.status}|${office.country ?? ''}|${office.organization ?? ''}`;
    if (!person.distinct.has(said)) person.distinct.set(said, office);
    if (office.status !== 'former') person.country ??= office.country;
    const { gendered } = officeTable();
    person.gender ??= gendered.get(office.title) ?? gendered.get(headOfTitle(office.title)) ?? null;
    const key = plainTitle(office.title);
    const holders = this.holders.get(key);
    if (holders === undefined) this.holders.set(key, [entity]);
    else if (holders.at(-1) !== entity) holders.push(entity);
  }

  mention(from: number, to: number, form: LocalMention['form'], entity: number, rule: string): void {
    const start = this.read.tokens[from]?.start;
    const end = this.read.tokens[to - 1]?.end;
    if (start === undefined || end === undefined) return;
    this.mentions.push({ start, end, kind: 'person', form, entity, rule });
  }
}
