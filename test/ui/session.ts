/** Windows for UI tests: one server and one browser for a run, one window on a fresh folder for each `describe`. */
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../host/browser.js';
import { copyOfSources, ROOT, stagedExtension } from '../host/project.js';
import { type ServerOptions, startServer, type WebServer } from '../host/server.js';
import { browserHostSettings, loadInBrowserHost } from './browserHost.js';
import { Workbench } from './workbench.js';
import { PATIENCE_MS } from './waiting.js';

export const FAILURES = path.join(ROOT, 'dist', 'test', 'ui', 'failures');

export interface SessionSettings extends ServerOptions {
  /** The extension host that the extension runs in: the server's (Node) unless told, or the browser's (a web worker). */
  readonly host?: 'server' | 'browser';
}

export interface WindowSettings {
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
    private readonly inBrowser: string | undefined,
  ) {}

  static async start({ host = 'server', ...options }: SessionSettings = {}): Promise<Session> {
    const extension = await stagedExtension();
    const inBrowser = host === 'browser' ? extension : undefined;
    const server = await startServer(
      inBrowser
        ? { ...options, settings: { ...browserHostSettings(inBrowser), ...options.settings } }
        : { installed: extension, ...options },
    );
    try {
      return new Session(await launchBrowser(), server, inBrowser);
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
    // The loader of these tests marks functions by a helper that a page, where some of them run, does not have.
    await page.addInitScript('globalThis.__name ??= (named) => named;');
    if (this.inBrowser) await loadInBrowserHost(page, `127.0.0.1:${this.server.port}`, this.inBrowser);
    await page.goto(this.server.address({ folder }), { timeout: 2 * PATIENCE_MS });
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
export function useWorkbench(settings: SessionSettings & WindowSettings = {}): () => Opened {
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
