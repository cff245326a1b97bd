/** What annotators are given: the text and its structure, and for the later ones who and when is named in it. */
import type {
  LocalDate,
  LocalEntity,
  LocalMention,
  NameMention,
  Paragraph,
  RolePhrase,
  Sentence,
  Token,
} from '../annotations';
import type { Knowledge } from '../knowledge';

export interface ReadText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly paragraphs: readonly Paragraph[];
  readonly knowledge: Knowledge;
}

export interface ReadReferences extends ReadText {
  readonly dates: readonly LocalDate[];
  readonly names: readonly NameMention[];
  readonly roles: readonly RolePhrase[];
  readonly entities: readonly LocalEntity[];
  readonly mentions: readonly LocalMention[];
}
