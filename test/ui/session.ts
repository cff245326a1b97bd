/** Windows for UI tests: one server and one browser for a run, one window on a fresh folder for each `describe`. */
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../host/browser.js';
import { copyOfSources, ROOT, stagedExtension } from '../host/project.js';
import { type ServerOptions, startServer, type WebServer } from '../host/server.js';
import { Workbench } from './workbench.js';
import { PATIENCE_MS } from './waiting.js';

const FAILURES = path.join(ROOT, 'dist', 'test', 'ui', 'failures');

export interface WindowSettings extends ServerOptions {
  /** Folder to open; a fresh copy of the sample sources unless told. It is opened as it is, not copied. */
  readonly folder?: string;
  readonly width?: number;
  readonly height?: number;
  /** Device pixels for a CSS pixel: 2 gives sharp pictures. */
  readonly scale?: number;
}

/** A browser and a server that windows are opened in. */
export class Session {
  private constructor(
    private readonly browser: Browser,
    private readonly server: WebServer,
  ) {}

  static async start(options: ServerOptions = {}): Promise<Session> {
    const server = await startServer({ installed: await stagedExtension(), ...options });
    try {
      return new Session(await launchBrowser(), server);
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** Opens a window and waits for it. */
  async open(settings: WindowSettings = {}): Promise<Workbench> {
    const folder = settings.folder ?? copyOfSources();
    const context = await this.browser.newContext({
      viewport: { width: settings.width ?? 1400, height: settings.height ?? 900 },
      deviceScaleFactor: settings.scale ?? 1,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(this.server.address({ folder }), { timeout: 60_000 });
    return new Workbench(page, folder).ready();
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }
}

/**
 * Call inside a `describe`: opens a window before its tests and closes it after them. Returns how the tests get at it;
 * `editor` and `sideBar` are there for destructuring.
 */
export function useWorkbench(settings: WindowSettings = {}): () => Opened {
  let session: Session | undefined;
  let workbench: Workbench | undefined;
  before(async () => {
    session = await Session.start(settings);
    workbench = await session.open(settings);
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed' || !workbench) return;
    const name = this.currentTest.fullTitle().replace(/[^\w]+/g, '-');
    await workbench.picture(path.join(FAILURES, `${name}.png`));
  });
  after(async () => {
    await session?.stop();
  });
  return () => {
    if (!workbench) throw new Error('useWorkbench() belongs inside a describe; its window opens before the tests.');
    return { workbench, editor: workbench.editor, sideBar: workbench.sideBar, page: workbench.page };
  };
}

export interface Opened {
  readonly workbench: Workbench;
  readonly editor: Workbench['editor'];
  readonly sideBar: Workbench['sideBar'];
  readonly page: Page;
}
