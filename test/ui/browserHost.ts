/**
 * The extension in the browser's extension host, a web worker, instead of the server's: as on vscode.dev.
 *
 * The workbench takes such extensions from its configuration, which stands in its page. They must come from the server's
 * own origin, so their files are slipped in under a path of it.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

const PREFIX = '/extension-in-browser';

/** The user settings that send an extension to the browser's host, although the window has a server. */
export function browserHostSettings(extension: string): Readonly<Record<string, unknown>> {
  const manifest = fs.readFileSync(path.join(extension, 'package.json'), 'utf8');
  const { publisher, name } = JSON.parse(manifest) as { publisher: string; name: string };
  return { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } };
}

/** Makes a page load the extension in a folder into the browser's host; to be called before the page goes anywhere. */
export async function loadInBrowserHost(page: Page, authority: string, extension: string): Promise<void> {
  await page.route(
    (url) => url.pathname.startsWith(`${PREFIX}/`),
    async (route) => {
      const name = decodeURIComponent(new URL(route.request().url()).pathname.slice(PREFIX.length));
      const file = path.join(extension, path.normalize(name));
      await (fs.existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404 }));
    },
  );
  await page.addInitScript(configure, { scheme: 'http', authority, path: PREFIX });
}

interface Configuration {
  developmentOptions?: { extensions?: object[] };
}

/** Runs in the page, after it was read and before its scripts run. */
function configure(location: { scheme: string; authority: string; path: string }): void {
  document.addEventListener('readystatechange', () => {
    const element = document.getElementById('vscode-workbench-web-configuration');
    if (document.readyState !== 'interactive' || !element) return;
    const configuration = JSON.parse(element.dataset['settings'] ?? '{}') as Configuration;
    configuration.developmentOptions = { ...configuration.developmentOptions, extensions: [location] };
    element.dataset['settings'] = JSON.stringify(configuration);
  });
}
