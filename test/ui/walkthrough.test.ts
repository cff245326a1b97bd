import { useWorkbench } from './session.js';
import { WebPanel } from './webPanel.js';

const SOURCE = '000_14ea37f3a3ded030.txt';

describe('the walkthrough', () => {
  const opened = useWorkbench({ height: 1100 });

  const show = async (): Promise<void> => {
    const { workbench, page } = opened();
    await workbench.command('Welcome: Open Walkthrough...');
    await workbench.typeQuickInput('Get Started with Dossier');
    await workbench.pick('Get Started with Dossier');
    await page.locator('.getting-started-step').first().waitFor();
  };

  /** Waits until the page shows a step as done. */
  const ticked = async (title: string): Promise<void> => {
    const step = opened().page.locator('.getting-started-step', { hasText: title });
    await step.locator('.codicon-getting-started-step-checked').first().waitFor();
  };

  it('knows that this folder is a dossier', async () => {
    const { workbench } = opened();
    await workbench.open(SOURCE);
    await workbench.waitForStatus('News Source');
    await show();
    await ticked('Start a dossier');
  });

  it('ticks off each step that was taken', async () => {
    const { workbench, editor, sideBar } = opened();
    await workbench.open(SOURCE);
    await editor.hover('Ishaq Dar');
    await editor.closeCard();
    await editor.reveal('Ishaq Dar');
    await editor.press('F12', workbench.tab('dossier.yaml'));
    await sideBar.show('Dossier');
    await workbench.problems();
    await new WebPanel(workbench).open('Dossier: Show Timeline', 'Timeline');
    await show();
    for (const title of ['Read a source', 'Look through', 'Move as in code', 'Settle', 'See time']) await ticked(title);
  });
});
