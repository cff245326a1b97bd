/** An invented affair in three reports, for tests of panels: a bridge that fell, and ministers who spoke of it. */
import fs from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../host/project.js';

const FILES = {
  'dossier.yaml': '# The bridge at Porto\n',
  'monday.txt': `LISBON, May 5, 2031 - Portuguese Foreign Minister Inês Duarte telephoned Spanish Foreign Minister Marta Sanjuán on Monday.

At least 30 people were killed in the collapse of a bridge in Porto on Sunday, the police said.

"We shall find out who built it," Duarte said.
`,
  'wednesday.txt': `PORTO, May 7, 2031 - The collapse of the bridge in Porto killed 34 people, the police said on Wednesday.

Portuguese Foreign Minister Inês Duarte met Spanish Foreign Minister Marta Sanjuán in Madrid on Tuesday. Duarte visited Morocco in April.

"We will find out who built it," Duarte said.
`,
  'thursday.txt': `MADRID, May 8, 2031 - The collapse of a bridge in Porto killed 41 people, hospitals said on Wednesday.

Spanish Foreign Minister Marta Sanjuán telephoned Portuguese Foreign Minister Inês Duarte on Thursday.
`,
};

/** A fresh folder with the reports. */
export function bridgeAffair(): string {
  const folder = path.join(temporaryFolder('sources'), 'bridge');
  fs.mkdirSync(folder);
  for (const [name, text] of Object.entries(FILES)) fs.writeFileSync(path.join(folder, name), text);
  return folder;
}
