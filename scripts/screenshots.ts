/**
 * `npm run screenshots [-- NAME…]`: takes the pictures of the README anew, media/NAME-light.png and media/NAME-dark.png, on a
 * fresh copy of the sample sources. Add a picture to the table; nothing else is needed.
 */
import path from 'node:path';
import { runScript } from '../test/host/processes.js';
import { build, ROOT } from '../test/host/project.js';
import { Session } from '../test/ui/session.js';
import { WebPanel } from '../test/ui/webPanel.js';
import type { Workbench } from '../test/ui/workbench.js';

interface Picture {
  readonly name: string;
  /** Brings the window to what is to be seen. The window is new, on the sample sources, with nothing open. */
  readonly show: (workbench: Workbench) => Promise<unknown>;
}

const PICTURES: readonly Picture[] = [
  {
    name: 'reading',
    show: async (workbench) => {
      await workbench.open('000_14ea37f3a3ded030.txt');
      await workbench.waitForStatus('News Source');
      await workbench.editor.lenses();
      await workbench.editor.goTo(2);
    },
  },
  {
    name: 'hover',
    show: async (workbench) => {
      await workbench.open('000_14ea37f3a3ded030.txt');
      await workbench.waitForStatus('News Source');
      await workbench.editor.hover('Bagheri Kani', { occurrence: 2 });
    },
  },
  {
    name: 'figure',
    show: async (workbench) => {
      await workbench.open('003_a15c6817ba182658.txt');
      await workbench.waitForStatus('News Source');
      await workbench.editor.lenses();
      await workbench.editor.hover('19,667 Palestinians');
    },
  },
  {
    name: 'panel',
    show: async (workbench) => {
      await workbench.open('003_a15c6817ba182658.txt');
      await workbench.waitForStatus('News Source');
      await workbench.editor.lenses();
      await workbench.sideBar.show('Dossier');
      const officials = await workbench.sideBar.view('Officials');
      await officials.expand('🇵🇰 Pakistan', 'Arif Alvi');
    },
  },
  panel('timeline', 'Show Timeline', 'Timeline'),
  panel('figures', 'Show Figures over Time', 'Figures over Time'),
  panel('network', 'Show Who Spoke with Whom', 'Who Spoke with Whom'),
  panel('comparison', 'Compare Sources', 'Compare Sources'),
];

/** A panel with its pictures, alone in the window. */
function panel(name: string, command: string, title: string): Picture {
  return {
    name,
    show: async (workbench) => {
      await workbench.open('003_a15c6817ba182658.txt');
      await workbench.waitForStatus('News Source');
      await workbench.editor.lenses();
      await workbench.command('View: Toggle Primary Side Bar Visibility');
      await new WebPanel(workbench).open(`Dossier: ${command}`, title);
    },
  };
}

const THEMES = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;
const SIZE = { width: 1200, height: 750, scale: 1.5 };

async function main(): Promise<number> {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !PICTURES.some((picture) => picture.name === name));
  if (unknown.length > 0) throw new Error(`There is no picture ${unknown.join(', ')}.`);
  build();
  for (const [suffix, theme] of Object.entries(THEMES)) {
    const session = await Session.start({ settings: { 'workbench.colorTheme': theme } });
    for (const { name, show } of PICTURES) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      const workbench = await session.open(SIZE);
      await show(workbench);
      const file = path.join(ROOT, 'media', `${name}-${suffix}.png`);
      await workbench.picture(file);
      await workbench.page.context().close();
      console.log(path.relative(ROOT, file));
    }
    await session.stop();
  }
  return 0;
}

runScript(main);
