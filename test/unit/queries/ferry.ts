/** An invented affair for tests of queries: a ferry lost between two islands, in three reports. */
import { parseKnowledge } from '../../../src/core/knowledge-parse';
import type { DocumentDate, Entity } from '../../../src/core/model';
import { viewOf } from './markup';
import type { DossierView } from '../../../src/core/queries/view';

const KNOWLEDGE = `# Notes
sources:
  second.txt: { date: 2031-05-06, publisher: Lagoon Radio }
people:
  - id: sela-vaipulu
    name: Sela Vaipulu
    country: TO
    wikidata: Q4115189
    offices:
      - { title: transport minister, country: TO, from: 2029-11-01 }
      - { title: harbour master, country: TO, from: 2024, to: 2029-10 }
`;

const entity = (
  id: string,
  kind: Entity['kind'],
  name: string,
  country: string | null,
  ...variants: string[]
): Entity => ({
  id,
  kind,
  name,
  variants: [name, ...variants],
  country,
  offices: [],
});

export function ferryAffair(): DossierView {
  const { knowledge } = parseKnowledge(KNOWLEDGE);
  const sela = knowledge.people[0];
  return viewOf({
    knowledge,
    entities: [
      {
        ...entity('sela-vaipulu', 'person', 'Sela Vaipulu', 'TO', 'Vaipulu', 'S. Vaipulu'),
        wikidata: 'Q4115189',
        offices: (sela?.offices ?? []).map((o) => ({ ...o, evidence: [] })),
      },
      {
        ...entity('josefa-naqara', 'person', 'Josefa Naqara', 'FJ', 'Naqara'),
        offices: [
          {
            title: 'prime minister',
            country: 'FJ',
            organization: null,
            from: null,
            to: null,
            evidence: [{ path: 'first.txt', start: 70, end: 91 }],
          },
        ],
      },
      entity('ana-pohiva', 'person', 'Ana *Pohiva*', null),
      entity('coast-guard', 'organization', 'Coast Guard', 'TO'),
      entity('eua', 'place', '‘Eua', 'TO', 'Eua'),
    ],
    events: [
      {
        id: 'call',
        type: 'CONSULT',
        mode: 'phone',
        label: 'Phone call: Sela Vaipulu – Josefa Naqara',
        date: '2031-05-04',
        participants: ['sela-vaipulu', 'josefa-naqara'],
        names: [],
      },
      {
        id: 'sinking',
        type: 'ACCIDENT',
        mode: null,
        label: 'Sinking: Princess of the Reef',
        date: '2031-05-03',
        participants: [],
        names: ['the Reef disaster'],
      },
      {
        id: 'inquiry',
        type: 'REQUEST',
        mode: null,
        label: 'Call for an inquiry: Ana *Pohiva*',
        date: null,
        participants: ['ana-pohiva'],
        names: [],
      },
    ],
    series: [
      {
        id: 'dead',
        label: 'killed · people · ‘Eua',
        unit: 'people',
        measure: 'killed',
        of: null,
        place: 'eua',
        cumulative: true,
      },
      {
        id: 'rescued',
        label: 'rescued · people',
        unit: 'people',
        measure: 'rescued',
        of: null,
        place: null,
        cumulative: true,
      },
    ],
    sources: [
      {
        path: 'first.txt',
        date: inferred('2031-05-04', '2031-05-04', '2031-05-05'),
        marked: [
          'NUKU‘ALOFA, May 4 - Transport Minister [[Sela Vaipulu|name sela-vaipulu]] [[telephoned|event call]] Prime Minister [[Josefa Naqara|name josefa-naqara]] on [[Sunday|date 2031-05-04]].',
          '[[She|pronoun sela-vaipulu]] said the ferry [[went down|event sinking]] off [[Eua|name eua]] on [[May 3, 2031|date 2031-05-03]].',
          '[[At least 30 people|figure dead 30 at-least 2031-05-04]] died and [[51|figure rescued 51 exact 2031-05-04]] were rescued, [[the coast guard|by]] said.',
          '[[“We shall find every one of them,”|quote sela-vaipulu]] [[the minister|description sela-vaipulu]] said.',
        ].join('\n\n'),
      },
      {
        path: 'second.txt',
        date: { ...inferred('2031-05-06', '2031-05-06', '2031-05-06'), basis: 'configured', evidence: [] },
        marked: [
          'The toll rose to [[34 people|figure dead 34 exact 2031-05-06]] after [[S. Vaipulu|name sela-vaipulu]] [[spoke|event call]] with [[Naqara|name josefa-naqara]].',
          '[[Ana *Pohiva*|name ana-pohiva]] [[called|event inquiry]] for an inquiry. [[47 people|figure rescued 47 exact 2031-05-06]] were rescued.',
          '[[Some 400|figure - 400 about]] tonnes of oil were aboard.',
        ].join('\n\n'),
      },
      {
        path: 'third.txt',
        date: null,
        marked:
          '[[The Coast Guard|name coast-guard]] put the dead at [[34|figure dead 34 exact 2031-05-06]]; [[exactly 29|figure dead 29 exact 2031-05-06]], wrote a <b>paper</b>.',
      },
    ],
    problems: [],
  });
}

function inferred(value: string, earliest: string, latest: string): DocumentDate {
  const evidence = [
    { start: 12, end: 17, text: 'May 4', why: 'The dateline has this day.' },
    { start: 107, end: 113, text: 'Sunday', why: 'The nearest Sunday is 4 May 2031.' },
  ];
  return { value, earliest, latest, basis: 'inferred', evidence };
}
