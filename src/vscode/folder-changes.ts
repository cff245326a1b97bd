import * as vscode from 'vscode';
import { KNOWLEDGE_FILE } from './ids';
import { isNeverSearched, isSourceName } from './source-files';

const GATHER_MS = 100;
/** From so many changes on it is cheaper to look everywhere than to ask of each whether it is a folder. */
const MANY = 200;

/**
 * Tells of folders that came into the workspace, went, or were replaced.
 *
 * What lies in a new folder is not always told of: on Linux the editor watches a folder once it has heard of it, and hears
 * nothing of what was written until then, nor of the files in a folder that is moved as a whole.
 */
export class FolderChanges implements vscode.Disposable {
  readonly #come: (folders: readonly vscode.Uri[]) => Promise<void>;
  readonly #owned: vscode.Disposable;
  readonly #candidates = new Map<string, vscode.Uri>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param come is given folders that came, none within another; what comes meanwhile waits until it is done
   * @param go is given each file or folder that went
   */
  constructor(come: (folders: readonly vscode.Uri[]) => Promise<void>, go: (uri: vscode.Uri) => void) {
    this.#come = come;
    const files = vscode.workspace.createFileSystemWatcher('**');
    const add = (uri: vscode.Uri): void => {
      this.#add(uri);
    };
    // A folder that goes and comes back at once is told of as one that changed.
    this.#owned = vscode.Disposable.from(files, files.onDidCreate(add), files.onDidChange(add), files.onDidDelete(go));
  }

  dispose(): void {
    this.#candidates.clear();
    clearTimeout(this.#timer);
    this.#owned.dispose();
  }

  #add(uri: vscode.Uri): void {
    const isTold = isSourceName(uri.path) || uri.path.endsWith(`/${KNOWLEDGE_FILE}`);
    if (isTold || isNeverSearched(uri)) return;
    this.#candidates.set(uri.toString(), uri);
    // Not put off by each change: where files change all the time the moment would never come.
    this.#timer ??= setTimeout(() => void this.#tell(), GATHER_MS);
  }

  async #tell(): Promise<void> {
    const candidates = outermost([...this.#candidates.values()]);
    this.#candidates.clear();
    try {
      const folders = candidates.length > MANY ? allFolders() : await foldersAmong(candidates);
      if (folders.length > 0) await this.#come(folders);
    } finally {
      this.#timer = this.#candidates.size === 0 ? undefined : setTimeout(() => void this.#tell(), GATHER_MS);
    }
  }
}

function allFolders(): readonly vscode.Uri[] {
  return (vscode.workspace.workspaceFolders ?? []).map((f) => f.uri);
}

function outermost(uris: readonly vscode.Uri[]): readonly vscode.Uri[] {
  const sorted = [...uris].sort((a, b) => a.path.length - b.path.length);
  const kept = new Set<string>();
  return sorted.filter(({ path }) => {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      if (kept.has(path.slice(0, slash))) return false;
    }
    return kept.add(path);
  });
}

async function foldersAmong(uris: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
  const found = await Promise.all(uris.map(async (uri) => ((await isFolder(uri)) ? [uri] : [])));
  return found.flat();
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    // It went again.
    return false;
  }
}
