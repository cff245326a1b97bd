/** A small dossier of invented reports inside the opened folder, for tests that change files. */
import { closeAll, remove, write } from './support';

export const FOLDER = 'strike';

export const KNOWLEDGE = `# Who is who at the port
people:
  - id: ines-duarte
    name: Inês Duarte
    country: PT
    wikidata: Q4115189
    offices:
      - { title: labour minister, country: PT, from: 2030-03-01 } # since the election
sources:
  monday.txt: { date: 2031-05-05 }
`;

export const MONDAY = `LISBON, May 5 - Portuguese Labour Minister Inês Duarte met union leaders in Porto on Monday.

“Nobody will be left behind,” Duarte said. She visited the harbour on Sunday.

At least 30 people were injured in the collapse of a crane in Porto, police said.
`;

export const WEDNESDAY = `PORTO, May 7, 2031 - The number of people injured in the collapse of a crane in Porto rose to 34, police said on Wednesday.

Labour Minister Ines Duarte visited the injured.
`;

/** Writes the dossier before the tests of a `describe` and removes it after them. */
export function useAffair(): void {
  before(async () => {
    await write(`${FOLDER}/dossier.yaml`, KNOWLEDGE);
    await write(`${FOLDER}/monday.txt`, MONDAY);
    await write(`${FOLDER}/wednesday.txt`, WEDNESDAY);
  });
  after(async () => {
    await closeAll();
    await remove(FOLDER);
  });
}
